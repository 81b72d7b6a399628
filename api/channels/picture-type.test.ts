import { expect, test } from 'vitest'
import { pictureType } from './picture-type.ts'

const rest = Buffer.alloc(40)
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.from([0, 0, 3, 32, 0, 0, 2, 88]), rest])
const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([0x20, 0x03, 0x58, 0x02]), rest])
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20]), rest,
])
const webp = (form: string, size: number[]) => Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${form}`, 'latin1'), Buffer.from(size), rest])

test.each([
  ['png', png, { mime: 'image/png', width: 800, height: 600 }],
  ['gif', gif, { mime: 'image/gif', width: 800, height: 600 }],
  ['progressive jpeg behind other segments', jpeg, { mime: 'image/jpeg', width: 800, height: 600 }],
  ['webp, extended', webp('VP8X', [0, 0, 0, 0, 0, 0, 0, 0, 0x1f, 3, 0, 0x57, 2, 0]), { mime: 'image/webp', width: 800, height: 600 }],
  ['webp, lossless', webp('VP8L', [0, 0, 0, 0, 0x2f, 0x1f, 0xc3, 0x95, 0]), { mime: 'image/webp', width: 800, height: 600 }],
  ['webp, lossy', webp('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x20, 3, 0x58, 2]), { mime: 'image/webp', width: 800, height: 600 }],
  ['a page', Buffer.from(`<html>${' '.repeat(60)}`), null],
  ['a drawing with script in it', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`), null],
  ['a png of no width', Buffer.concat([png.subarray(0, 16), Buffer.alloc(40)]), null],
  ['a jpeg cut off', Buffer.concat([jpeg.subarray(0, 8), Buffer.from([0xff, 0xe1, 0x7f, 0xff]), rest]), null],
  ['a jpeg with a broken segment', Buffer.concat([jpeg.subarray(0, 8), rest]), null],
  ['nothing', Buffer.alloc(0), null],
])('%s', (_name, bytes, expected) => {
  expect(pictureType(bytes)).toEqual(expected)
})
