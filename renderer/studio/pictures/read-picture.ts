import { PICTURE_TYPES } from '../../../domain/entities/plain-lists.ts'

type PictureType = (typeof PICTURE_TYPES)[number]
export type ReadPicture = { mime: PictureType; width: number; height: number; bytes: string }

const LARGEST = 10 * 1024 * 1024
const SLICE = 32_768

/** A chosen file as `picture.add` takes it, its bytes in base64; or why it cannot be one. */
export async function readPicture(file: File): Promise<ReadPicture | 'wrong_type' | 'too_large'> {
  const mime = PICTURE_TYPES.find(type => type === file.type)
  if (!mime) return 'wrong_type'
  if (file.size > LARGEST) return 'too_large'
  try {
    const drawn = await createImageBitmap(file)
    const { width, height } = drawn
    drawn.close()
    return { mime, width, height, bytes: base64(new Uint8Array(await file.arrayBuffer())) }
  } catch {
    // Its name says picture, its bytes do not.
    return 'wrong_type'
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return btoa(text)
}
