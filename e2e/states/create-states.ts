import { expect } from 'playwright/test'
import sharp from 'sharp'
import { picturePath } from '../support/api'
import { LONG_CHINESE, LONG_WORD } from '../support/every-state'
import type { State } from './scene'
import { withoutTasks } from './without-tasks'

export const CREATE_STATES: State[] = [
  { name: 'create: the first visit', show: ({ create }) => create.open() },
  {
    name: 'create: a picture and long words',
    show: async ({ create }) => {
      await create.open()
      await create.choosePicture('coffee.png')
      await create.prompt.fill(`${LONG_WORD} ${LONG_CHINESE}`)
    },
  },
  {
    name: 'create: a picture of 4032 pixels, and what else can take its place',
    show: async ({ page, create, say }) => {
      await create.open()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({
          name: 'large.png',
          mimeType: 'image/png',
          buffer: await sharp(picturePath('coffee.png'))
            .resize(4032, 3024, { fit: 'fill' })
            .toBuffer(),
        })
      await expect(create.preview).toBeVisible()
      await page.getByRole('button', { name: say.picture.replace }).click()
    },
  },
  {
    name: 'create: a picture is edited, and would be too small',
    show: async ({ page, create }) => {
      await create.open()
      await create.choosePicture('chelsea.png')
      await page.getByRole('button', { name: /^(Edit|编辑)$/ }).click()
      await page.getByRole('dialog').getByText('9:16', { exact: true }).click()
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'create: earlier pictures',
    show: async ({ page, create }) => {
      await create.open()
      await create.choosePicture('astronaut.png')
      await page.reload()
      await expect(create.preview).toBeVisible()
      await page.getByRole('button', { name: /^(Replace|更换)$/ }).click()
      await page.getByRole('button', { name: /^(Earlier pictures|以前的图片)$/ }).click()
      await expect(page.getByRole('dialog').locator('li').first()).toBeVisible()
    },
  },
  {
    name: 'create: a link that is none',
    show: async ({ page, create }) => {
      await create.open()
      await page.getByRole('button', { name: /^(Other ways|其他方式)$/ }).click()
      await page.getByRole('button', { name: /^(From a link|使用链接)$/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.type('nothing')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'create: a picture on its way',
    show: async ({ page, create, say, afterwards }) => {
      let letGo = () => {}
      const held = new Promise<void>((resolve) => (letGo = resolve))
      await page.route('**/api/images', async (route) => {
        await held
        await route.abort()
      })
      afterwards(async () => letGo())
      await create.open()
      await page.locator('input[type=file]').first().setInputFiles(picturePath('coffee.png'))
      await expect(page.getByRole('button', { name: say.picture.uploading })).toBeDisabled()
    },
  },
  {
    name: 'create: nothing filled in',
    show: async ({ create, say }) => {
      await create.open()
      await create.generate.click()
      await expect(create.prompt).toHaveAttribute('aria-invalid', 'true')
      await expect(create.page.getByText(say.generate.button).first()).toBeVisible()
    },
  },
  {
    name: 'create: more settings, one of them wrong',
    show: async ({ page, create, say }) => {
      await create.open()
      await page.getByText(say.settings.more, { exact: true }).click()
      const seed = page.getByLabel(say.settings.seed, { exact: true })
      await seed.fill(LONG_WORD)
      await page.getByRole('textbox', { name: say.settings.negativePrompt }).fill(LONG_CHINESE)
      await create.generate.click()
      await expect(seed).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'create: fast motion, and what it rules out',
    show: async ({ page, create, say }) => {
      await create.open()
      await create.choose('model', 'aisphere-v4.5')
      await page.getByText(say.settings.more, { exact: true }).click()
      await expect(page.locator('#seed')).toBeVisible()
      await create.choose('motionMode', 'fast')
      await expect(page.locator('#cameraMovement')).toBeDisabled()
    },
  },
  {
    name: 'create: all that v5.5 has, and what it sets aside',
    show: async ({ page, create, say }) => {
      await create.open()
      await create.choose('mode', 'reference')
      await create.choose('model', 'aisphere-v5.5')
      await page.getByText(say.settings.more, { exact: true }).click()
      await expect(page.locator('#generateAudioSwitch')).toBeVisible()
      await page.getByRole('button', { name: new RegExp(say.task.thinkingType) }).click()
      await expect(page.locator('#thinkingType-about')).toBeVisible()
    },
  },
  {
    name: 'create: a first frame without a last one',
    show: async ({ page, create }) => {
      await create.open()
      await create.choose('mode', 'frames')
      await page.locator('#head').setInputFiles(picturePath('coffee.png'))
      await expect(page.locator('#head + label img')).toBeVisible()
      await create.generate.click()
      await expect(page.locator('#tail')).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'create: three references, one of them not called',
    show: async ({ page, create }) => {
      await create.open()
      await create.choose('mode', 'reference')
      for (const name of ['coffee.png', 'chelsea.png', 'rocket.jpg']) {
        await create.addReference(name)
      }
      await create.prompt.fill('@image1 @image2')
      await create.generate.click()
      await expect(page.locator('[name="references.2.refName"]')).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
  },
  {
    name: 'create: the studio does not answer',
    show: async ({ page, create, say }) => {
      await page.route('**/api/tasks', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      )
      await create.open()
      await create.choosePicture('coffee.png')
      await create.prompt.fill('steam')
      await create.generate.click()
      await expect(page.getByRole('alert').getByText(say.trouble.noAnswerToPost)).toBeVisible()
    },
  },
  {
    name: 'create: clips in every state, the queue paused',
    show: async ({ page, every, say }) => {
      await page.goto(every.studio.url)
      for (const status of ['running', 'queued', 'failed', 'unconfirmed', 'succeeded']) {
        await expect(page.locator(`[data-status=${status}]`).first()).toBeVisible()
      }
      await expect(page.getByRole('button', { name: say.banners.resume })).toBeVisible()
    },
  },
  {
    name: 'create: the clips cannot be listed',
    show: async (scene) => {
      await withoutTasks(scene)
      await scene.create.open()
      await expect(scene.page.getByText(scene.say.gallery.failed)).toBeVisible()
    },
  },
  {
    name: 'create: offline',
    show: async ({ page, create, say }) => {
      await create.open()
      await page.context().setOffline(true)
      await expect(page.getByText(say.shell.offline)).toBeVisible()
    },
  },
]
