import { describe, expect, it } from 'vitest'
import { mediaContainer, plainPicture } from './attack-files'
import { identifyPicture } from './identify-picture'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is a %s by its content', async (format) => {
    expect(identifyPicture(await plainPicture({ format }))).toEqual({ kind: format })
  })
})

describe('anything else', () => {
  it.each<[string, string, Buffer]>([
    ['picture_missing', 'nothing', Buffer.alloc(0)],
    ['picture_gif', 'GIF 87', latin1('GIF87a...')],
    ['picture_gif', 'GIF 89', latin1('GIF89a...')],
    ['picture_heic', 'an iPhone picture', mediaContainer('heic', 'mif1', 'heic')],
    ['picture_heic', 'a container that names HEIC second', mediaContainer('mif1', 'heic')],
    ['picture_heic', 'a burst', mediaContainer('hevc', 'msf1')],
    ['picture_heic', 'ten bits', mediaContainer('heix')],
    ['picture_heic', 'the container alone', mediaContainer('mif1')],
    ['picture_heic', 'a sequence', mediaContainer('msf1')],
    ['picture_avif', 'AVIF', mediaContainer('avif', 'mif1', 'miaf')],
    ['picture_avif', 'a container that names AVIF second', mediaContainer('mif1', 'avif')],
    ['picture_avif', 'an AVIF sequence', mediaContainer('avis', 'msf1')],
    ['picture_not_a_picture', 'a clip', mediaContainer('isom', 'avc1', 'mp41')],
    ['picture_not_a_picture', 'a brand beyond the box', mediaContainer('isom').fill('heic', 20)],
    ['picture_svg', 'SVG', latin1('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'picture_svg',
      'SVG with a prologue',
      latin1('<?xml version="1.0"?>\n<!-- a > b -->\n<svg\n>'),
    ],
    [
      'picture_svg',
      'SVG with a type',
      latin1('<!DOCTYPE svg PUBLIC "-//W3C//DTD" "x.dtd">\n<svg>'),
    ],
    ['picture_svg', 'SVG with entities', latin1('<!DOCTYPE svg [<!ENTITY a "b">]> <svg>&a;')],
    ['picture_svg', 'SVG with a mark', latin1('\xef\xbb\xbf  <svg/>')],
    ['picture_svg', 'SVG with a prefix', latin1('<svg:svg xmlns:svg="x">')],
    ['picture_svg', 'SVG in UTF-16', utf16('<?xml version="1.0"?><svg>')],
    ['picture_not_a_picture', 'a page with a drawing', latin1('<html><body><svg></svg>')],
    ['picture_not_a_picture', 'an open comment', latin1('<!-- <svg>')],
    ['picture_not_a_picture', 'text', latin1('svg')],
    ['picture_not_a_picture', 'BMP', latin1('BM\x36\x00')],
    ['picture_not_a_picture', 'TIFF', latin1('II*\x00')],
    ['picture_not_a_picture', 'PDF', latin1('%PDF-1.7')],
    ['picture_not_a_picture', 'a sound in a RIFF', latin1('RIFF\x24\x00\x00\x00WAVEfmt ')],
    ['picture_not_a_picture', 'a mark cut short', latin1('\x89PNG')],
    [
      'picture_not_a_picture',
      'a PNG that went through a text transfer',
      latin1('\x89PNG\n\x1a\n....'),
    ],
    ['picture_not_a_picture', 'a picture behind something', latin1('xx\xff\xd8\xff')],
  ])('%s: %s', (refusal, _what, bytes) => {
    expect(identifyPicture(bytes)).toEqual({ refusal })
  })
})
