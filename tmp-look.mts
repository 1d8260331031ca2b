import { chromium } from 'playwright'
import { launchOptions } from './e2e/support/browser'
const url = 'http://localhost:4177'
const out = '/tmp/form-shots'
const b = await chromium.launch(await launchOptions())
const only = process.argv[2]
async function run(name: string, o: { w: number; dark?: boolean; zh?: boolean }, f: (p: any, say:(en:string,zh:string)=>string) => Promise<void>) {
  if (only && !name.includes(only)) return
  const c = await b.newContext({ viewport: { width: o.w, height: o.w < 500 ? 844 : 1000 }, colorScheme: o.dark ? 'dark' : 'light', hasTouch: o.w < 500, isMobile: o.w < 500 })
  await c.addCookies([{ name: 'studio-locale', value: o.zh ? 'zh' : 'en', url }, { name: 'locale', value: o.zh ? 'zh' : 'en', url }])
  const p = await c.newPage()
  p.on('console', (m: any) => m.type() === 'error' && console.log(name, m.text()))
  p.on('pageerror', (e: any) => console.log(name, 'ERR', e.message))
  await p.goto(url); await p.waitForLoadState('networkidle')
  try { await f(p, (en, zh) => (o.zh ? zh : en)) } catch (e: any) { console.log(name, 'FAIL', String(e.message).slice(0, 400)) }
  const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) console.log(name, 'sideways', wide)
  await p.screenshot({ path: `${out}/${name}.png`, fullPage: o.w < 500 })
  await c.close()
}
const pic = (n: string) => `e2e/fixtures/${n}`
const mode = async (p: any, re: RegExp) => p.getByRole('radio', { name: re }).check({ force: true })
for (const [tag, o] of [['d1440', { w: 1440, dark: true }], ['l390zh', { w: 390, zh: true }], ['l1440', { w: 1440 }], ['d390', { w: 390, dark: true }]] as const) {
  await run(`image-${tag}`, o, async (p, say) => {
    await p.locator('#image').setInputFiles(pic('coffee.png'))
    await p.getByRole('img', { name: say('Your picture', '你的图片') }).waitFor()
    await mode(p, /^v4\.5/)
    await p.getByText(say('More', '更多'), { exact: true }).click()
    await p.locator('#seed').waitFor()
    await p.getByRole('radio', { name: say('Fast', '快速') }).check({ force: true })
    await p.waitForTimeout(300)
  })
  await run(`frames-${tag}`, o, async (p, say) => {
    await mode(p, new RegExp(say('First', '首尾帧')))
    await p.locator('#head').setInputFiles(pic('coffee.png'))
    await p.locator('#head + label img').waitFor()
    await p.getByRole('button', { name: /^(Generate|生成)/ }).click()
    await p.waitForTimeout(1200)
  })
  await run(`reference-${tag}`, o, async (p, say) => {
    await mode(p, new RegExp(say('^References', '参考图')))
    await p.locator('#references').setInputFiles(pic('chelsea.png'))
    await p.locator('[id="references.0.refName"]').waitFor()
    await p.locator('#references').setInputFiles(pic('coffee.png'))
    await p.locator('[id="references.1.refName"]').waitFor()
    await p.locator('[id="references.1.label"]').fill('咖啡')
    await p.locator('textarea[name=prompt]').fill('@image1 sits beside it')
    await p.getByRole('button', { name: /^(Generate|生成)/ }).click()
    await p.waitForTimeout(1200)
  })
  await run(`aside-${tag}`, o, async (p, say) => {
    await mode(p, /^v4\.5/)
    await mode(p, new RegExp(say('^References', '参考图')))
    await p.getByText(say('More', '更多'), { exact: true }).click()
    await p.locator('#seed').waitFor()
    await mode(p, new RegExp('720p'))
    await mode(p, /^8/)
    await mode(p, /^v3\.5/)
    await p.waitForTimeout(300)
  })
}
await b.close()
