/** For the one page that comes when nothing else works, message files included. */
export const LAST_WORDS = {
  en: {
    title: 'The studio could not show this page',
    text: 'Your clips and tasks are safe. The log has the details.',
    retry: 'Try again',
  },
  zh: {
    title: '工作室无法显示此页面',
    text: '你的视频和任务都还在，详情见日志。',
    retry: '重试',
  },
} as const
