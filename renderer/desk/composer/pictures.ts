export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']
const MOST_BYTES = 10 * 1024 * 1024

/** A file as chosen, before the core has it. */
export type ReadPicture = { name: string; mime: string; bytes: Uint8Array<ArrayBuffer>; width: number; height: number }
export type Refused = 'too_large' | 'wrong_type'

/** Reads chosen files: pictures of the allowed types up to 10 MB; the first reason for those left out. */
export async function readPictures(files: Iterable<File>): Promise<{ pictures: ReadPicture[]; refused: Refused | null }> {
  const pictures: ReadPicture[] = []
  let refused: Refused | null = null
  for (const file of files) {
    const why = whyNot(file)
    if (why) {
      refused ??= why
      continue
    }
    const url = URL.createObjectURL(file)
    const size = await sizeOf(url)
    URL.revokeObjectURL(url)
    if (!size) {
      refused ??= 'wrong_type'
      continue
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    pictures.push({ name: file.name.slice(-200) || 'picture.png', mime: file.type, bytes, ...size })
  }
  return { pictures, refused }
}

/** Why a file cannot be sent, or null. */
export function whyNot(file: Pick<File, 'type' | 'size'>): Refused | null {
  if (!PICTURE_TYPES.includes(file.type)) return 'wrong_type'
  return file.size > MOST_BYTES ? 'too_large' : null
}

function sizeOf(url: string): Promise<{ width: number; height: number } | null> {
  return new Promise(resolve => {
    const image = new Image()
    image.onload = () => { resolve({ width: image.naturalWidth, height: image.naturalHeight }) }
    image.onerror = () => { resolve(null) }
    image.src = url
  })
}
