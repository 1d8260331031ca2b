import { describe, expect, it } from 'vitest'
import { contentDisposition } from './download-name'

describe('contentDisposition', () => {
  it.each([
    ['a-cat-v5-540p-5s-3f9c.mp4', 'a-cat-v5-540p-5s-3f9c.mp4', 'a-cat-v5-540p-5s-3f9c.mp4'],
    ['no extension', 'no extension.mp4', 'no%20extension.mp4'],
    ['harmful.exe', 'harmful.exe.mp4', 'harmful.exe.mp4'],
    ['LOUD.MP4', 'LOUD.mp4', 'LOUD.mp4'],
    ['一只猫.mp4', '_.mp4', '%E4%B8%80%E5%8F%AA%E7%8C%AB.mp4'],
    ['café.mp4', 'cafe_.mp4', 'caf%C3%A9.mp4'],
    ['../../etc/passwd', 'etc-passwd.mp4', 'etc-passwd.mp4'],
    ['..\\..\\a.mp4', 'a.mp4', 'a.mp4'],
    ['a"; filename="b.exe', 'a- filename=-b.exe.mp4', 'a-%20filename%3D-b.exe.mp4'],
    ['a\r\nSet-Cookie: x=1', 'a-Set-Cookie- x=1.mp4', 'a-Set-Cookie-%20x%3D1.mp4'],
    ['a\u0000b', 'a-b.mp4', 'a-b.mp4'],
    ['evil\u202e4pm.exe', 'evil-4pm.exe.mp4', 'evil-4pm.exe.mp4'],
    ['%2e%2e%2fa', '2e-2e-2fa.mp4', '2e-2e-2fa.mp4'],
    ["it's (1)*", "it's (1).mp4", 'it%27s%20%281%29.mp4'],
    ['', 'clip.mp4', 'clip.mp4'],
    ['...', 'clip.mp4', 'clip.mp4'],
  ])('of %j', (wanted, ascii, extended) => {
    const expected = `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`
    expect(contentDisposition(wanted, 'mp4')).toBe(expected)
  })

  it('cuts a long name between characters', () => {
    const header = contentDisposition('\u{1f431}'.repeat(5_000), 'mp4')
    expect(header.length).toBeLessThan(2_000)
    expect(header).toMatch(/%F0%9F%90%B1\.mp4$/)
  })
})
