import { DAY, HOUR, type DemoConversation } from '#database/seeders/chat/script'

/** Visitors who write Arabic, from right to left, or Japanese, without spaces. */
export const ARABIC_AND_JAPANESE: DemoConversation[] = [
  {
    name: 'ليلى الحداد',
    email: 'layla.haddad@example.com',
    country: 'AE',
    device: 'iphone',
    pages: ['/bikes/city City bikes', '/bikes/city/ada Ada', '/shipping Shipping'],
    last: 6 * DAY + 2 * HOUR,
    agent: 'admin',
    script: `
      > مرحبا، هل تشحنون الدراجات إلى دبي؟
      < مرحباً ليلى! للأسف لا نشحن الدراجات كاملة إلى الإمارات، لكن يمكننا شحن الإطارات وقطع الغيار.
      > فهمت. كم تستغرق قطع الغيار؟
      < من ٧ إلى ١٠ أيام عمل، ورقم التتبع يصلك بالبريد الإلكتروني.
      > شكراً جزيلاً 🌹
      ! resolve
      ! rate 4 خدمة لطيفة وسريعة
    `,
  },
  {
    name: 'عمر منصور',
    country: 'EG',
    device: 'android',
    pages: ['/parts/saddles Saddles', '/parts/saddles/comfort-2 Comfort 2'],
    last: 2 * DAY + 6 * HOUR,
    agent: 'admin',
    isUnseen: true,
    script: `
      > السلام عليكم، هل السرج Comfort 2 مناسب للمسافات الطويلة (أكثر من 100 كم)؟
      < وعليكم السلام عمر، هو مريح حتى 50 كم تقريباً. للمسافات الأطول ننصح بـ Tour 3 لأنه أضيق وأكثر ثباتاً.
    `,
  },
  {
    country: 'JO',
    device: 'windows',
    pages: ['/contact Contact'],
    last: 3 * HOUR,
    isUnread: true,
    script: '> أريد التحدث مع قسم المبيعات بخصوص طلب 20 دراجة لفندق في عمّان',
  },
  {
    name: '佐藤 美咲',
    email: 'misaki.sato@example.jp',
    country: 'JP',
    device: 'iphone',
    pages: ['/bikes/road Road bikes', '/bikes/road/lumen Lumen', '/shipping Shipping'],
    last: 5 * DAY + 9 * HOUR,
    agent: 'agent',
    script: `
      > こんにちは。Lumenのフレームだけを日本へ送ってもらえますか？
      < 美咲さん、こんにちは！はい、フレームは日本へ発送できます。送料は€95、約10営業日です。
      > 身長160cmですが、サイズは48で大丈夫でしょうか。
      < 股下が74cm以上でしたら48がおすすめです。それより短い場合は46をお選びください。
      > 股下75cmなので48にします。ありがとうございます！😊
      ! resolve
      ! rate 5 とても親切でした
    `,
  },
  {
    name: '田中 健',
    email: 'ken.tanaka@example.jp',
    country: 'JP',
    device: 'windows',
    pages: ['/account/orders/24101 Order 24101'],
    last: 2 * DAY + 8 * HOUR,
    agent: 'agent2',
    script: `
      > 注文24101ですが、届いたハンドルバーの幅が42cmではなく44cmでした。
      < 田中様、申し訳ございません。すぐに42cmのものをお送りします。
      > 44cmの方は返送が必要ですか？
      < いいえ、そのままお持ちください。
      # Warehouse mix-up: bars 42/44 lie in the same box, third case.
      > ありがとうございます！
      ! resolve
      ! rate 5
    `,
  },
  {
    country: 'JP',
    device: 'android',
    pages: ['/guides/japan Riding in Japan'],
    last: 4 * HOUR + 30,
    agent: 'admin',
    script: `
      > 輪行袋はありますか？
      < はい、Rove用とLumen用の2種類がございます。どちらの自転車をお使いですか？
      > Roveです
      < でしたら「Travel L」をお選びください。前後輪を外すだけで入ります。
    `,
  },
]
