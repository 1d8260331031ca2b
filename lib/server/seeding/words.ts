/** What prompts are put together from. The first of each list come often, the last seldom. */
export const ENGLISH = {
  shots: `Close-up|Wide shot|Slow tracking shot|Aerial view|Macro shot|Low angle view|Handheld shot|Portrait|Over-the-shoulder view|Dutch angle`,
  subjects: `a ginger cat|an astronaut|a cup of coffee|a rocket|an old fisherman|a ballet dancer|a vintage car|a paper boat|a red fox|a lighthouse keeper|a street musician|two children|a marble statue|a steam locomotive|a glass teapot|a koi carp|a barista|a hummingbird|a wooden robot|a chess player|a snow leopard|a beekeeper|a hot-air balloon|a saxophonist|a calligrapher|an octopus|a falconer|a watchmaker|a dragonfly|a porcelain doll|a jellyfish|a glassblower|a narwhal|an axolotl`,
  actions: `turns its head slowly|walks towards the camera|looks out of the window|drifts with the wind|begins to smile|spins once and stops|rises into the air|dissolves into light|shakes off the rain|waves at someone far away|leans back and laughs|pours steaming milk|takes off in a cloud of dust|opens both hands|blinks twice|dances in circles|vanishes in the fog|catches a falling leaf|casts a long shadow|bursts into confetti`,
  places: `in a sunlit kitchen|on a rainy street|at the edge of the sea|above the clouds|in a neon-lit alley|in a quiet library|on a snowy mountain|in a field of lavender|beside an abandoned station|under cherry trees|in a crowded market|on the moon|inside a greenhouse|on a rooftop at dusk|in a flooded cathedral|by a campfire|in a desert canyon|on a frozen lake|in a café in Montréal|aboard a submarine|in a bamboo forest|beneath the aurora`,
  lights: `soft morning light|golden hour|hard rim light|candlelight|overcast and calm|neon reflections|blue hour|volumetric light|harsh noon sun|moonlight`,
  looks: `cinematic, shallow depth of field|film grain, 35 mm|photorealistic, 4k|watercolour textures|muted colours|high contrast|dreamlike and slow|documentary style|naïve crayon drawing|stop-motion feel`,
  ends: `The camera slowly pushes in.|The camera stays still.|The background stays out of focus.|Hair and clothes move gently.|Steam rises.|No text, no logo.|The light flickers.|A bird crosses the frame.`,
  negatives: `blurry, low quality|extra fingers, deformed hands|text, watermark|flicker, jitter|oversaturated|distorted face|cropped|camera shake`,
  titles: `Morning study|Hero shot|Take|Opening|For the client|Test of motion|Storyboard|Loop|Teaser|Cover|Final|Outtake`,
  notes: `The second half is the better one.|Client likes this take.|Too fast, try with less motion.|Use for the intro.|Hands look wrong at the end.|Ask Zoë about the colours.|Keep the seed.|Compare with yesterday’s.`,
  sounds: `rain on a tin roof|distant traffic|waves and gulls|a purring cat|engine roar|wind chimes`,
}

export const CHINESE = {
  shots: `特写|全景|缓慢推近|航拍镜头|低角度仰拍|手持跟拍|微距|侧面中景|俯拍|长镜头`,
  subjects: `一只橘猫|一名宇航员|一杯咖啡|一枚火箭|白发老渔夫|穿红裙的女孩|一位书法家|一条锦鲤|舞狮队|骑自行车的少年|一只白鹤|卖花的老奶奶|青花瓷瓶|水墨山水|一列绿皮火车|机器人厨师|茶艺师|两个小朋友|一只熊猫|戏曲演员|一艘乌篷船|一盏孔明灯|雪豹|敦煌飞天|糖画师傅|皮影艺人|麒麟|金丝猴`,
  actions: `缓缓转过头来|迎风奔跑|望向窗外|轻轻挥手|随风飘动|慢慢升上天空|露出微笑|在雨中起舞|回眸一笑|化作漫天花瓣|抖落身上的水珠|点燃烟花|倒入热牛奶|跃出水面|消失在雾里|翩翩起舞|提笔写字|眨了眨眼睛`,
  places: `阳光洒满的厨房里|雨夜的街头|海边的礁石上|云海之上|霓虹闪烁的小巷|安静的图书馆|雪山脚下|薰衣草花田|江南古镇的石桥上|樱花树下|热闹的夜市|月球表面|竹林深处|西湖断桥边|大漠落日前|故宫红墙下|结冰的湖面上|外滩的清晨|稻田中央|极光之下`,
  lights: `柔和的晨光|金色黄昏|逆光剪影|烛光摇曳|阴天柔光|霓虹倒影|蓝调时刻|丁达尔光|正午烈日|月光如水`,
  looks: `电影质感,浅景深|胶片颗粒|写实风格,4k|水彩质感|低饱和度|高对比度|梦幻而缓慢|纪录片风格|国风工笔|定格动画感`,
  ends: `镜头缓慢推进。|镜头固定不动。|背景虚化。|头发和衣服轻轻飘动。|热气升腾。|不要文字和标志。|光线忽明忽暗。|一只鸟飞过画面。`,
  negatives: `模糊,低画质|多余的手指|文字,水印|画面闪烁|过度饱和|面部变形|镜头抖动`,
  titles: `晨间练习|主视觉|备选|片头|给客户看|动态测试|分镜|循环|预告|封面|定稿|花絮`,
  notes: `后半段更好。|客户喜欢这一条。|太快了,减少运动幅度。|用在片头。|结尾手有问题。|颜色问一下小周。|保留种子。|和昨天的对比。`,
  sounds: `雨打铁皮屋顶|远处的车流|海浪与海鸥|猫咪呼噜声|引擎轰鸣|风铃`,
}

export type WordList = { [name in keyof typeof ENGLISH]: readonly string[] }

export function wordList(lists: typeof ENGLISH): WordList {
  const read = (text: string) => text.split('|')
  return {
    shots: read(lists.shots),
    subjects: read(lists.subjects),
    actions: read(lists.actions),
    places: read(lists.places),
    lights: read(lists.lights),
    looks: read(lists.looks),
    ends: read(lists.ends),
    negatives: read(lists.negatives),
    titles: read(lists.titles),
    notes: read(lists.notes),
    sounds: read(lists.sounds),
  }
}

export const TAGS =
  `hero|draft|client|wip|approved|loop|portrait|product|nature|night|city|food|animals|space|slow motion|retry|b-roll|opening|social|vertical|campaign A|campaign B|season 2|moodboard|reference|to grade|needs sound|best of|archive|experiment|定稿|待审|客户|国风|夜景|美食|竖屏|片头|素材|灵感`.split(
    '|',
  )

export const COLLECTIONS =
  `Showreel|Spring campaign|Coffee shop|Cats, all of them|Client: Aurora|Storyboard 7|To be graded|春节贺岁|江南系列|产品广告`.split(
    '|',
  )

/** What smart ones find: names and addresses. */
export const SMART_COLLECTIONS = [
  { name: 'Five stars', query: 'rating=5&state=succeeded' },
  { name: '带声音的竖屏', query: 'q=%E9%95%9C%E5%A4%B4&sound=1' },
]
