import { pick, pickUneven, whole, type Random } from './random'
import { CHINESE, ENGLISH, wordList, type WordList } from './words'

export type Written = {
  prompt: string
  negativePrompt: string
  title: string
  notes: string
  sound: string
}

const english = wordList(ENGLISH)
const chinese = wordList(CHINESE)
const SYLLABLES = 'vel mo ra thi kan dro su eli quo zan ber nim tar osh pel'.split(' ')
const CHARACTERS =
  '澜璟珩昭砚岚屿晗芷蘅溯霁黎翊峤沅淇栩彧瑾璇霄隽缈嵘铮皓泠茗叡曦烨翎俪骁渊湛翕昀朔雍颂岑崟'

/** Words of one clip, a good third of them Chinese. Every hundredth has a name that hardly any other has. */
export function writeWords(random: Random): Written {
  return random() < 0.38 ? inChinese(random) : inEnglish(random)
}

function inEnglish(random: Random): Written {
  const of = (name: keyof WordList) => pickUneven(random, english[name])
  const named = random() < 0.01 ? ` named ${rareName(random)}` : ''
  const scene = `${of('shots')} of ${of('subjects')}${named} ${of('places')}, ${of('actions')}`
  const more = random() < 0.6 ? ` ${of('ends')}` : ''
  return {
    prompt: `${scene}. ${of('lights')}, ${of('looks')}.${more}`,
    title: `${of('titles')} ${whole(random, 1, 400)}`,
    ...rest(random, english),
  }
}

function inChinese(random: Random): Written {
  const of = (name: keyof WordList) => pickUneven(random, chinese[name])
  const named = random() < 0.01 ? `「${pick(random, [...CHARACTERS])}${rareOf(random)}」` : ''
  const scene = `${of('shots')},${of('subjects')}${named}在${of('places')}${of('actions')}`
  const more = random() < 0.6 ? of('ends') : ''
  return {
    prompt: `${scene},${of('lights')},${of('looks')}。${more}`,
    title: `${of('titles')}${whole(random, 1, 400)}`,
    ...rest(random, chinese),
  }
}

function rest(random: Random, words: WordList) {
  return {
    negativePrompt: pickUneven(random, words.negatives),
    notes: pick(random, words.notes),
    sound: pick(random, words.sounds),
  }
}

function rareOf(random: Random): string {
  return pick(random, [...CHARACTERS])
}

function rareName(random: Random): string {
  const name = Array.from({ length: 3 }, () => pick(random, SYLLABLES)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
