/** An excerpt whose matches stand between U+0001 and U+0002, cut into marked and plain parts. */
export function markedParts(excerpt: string): { text: string; marked: boolean }[] {
  return excerpt.split('\u0001').flatMap((piece, index) => {
    if (index === 0) return piece === '' ? [] : [{ text: piece, marked: false }]
    const [hit = '', rest = ''] = piece.split('\u0002')
    return [{ text: hit, marked: true }, ...(rest === '' ? [] : [{ text: rest, marked: false }])]
  })
}
