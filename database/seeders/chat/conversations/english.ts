import { DAY, HOUR, type DemoConversation } from '#database/seeders/chat/script'

/** Visitors of the shop who write English. */
export const ENGLISH: DemoConversation[] = [
  {
    name: 'Olivia Bennett',
    email: 'olivia.bennett@example.org',
    country: 'GB',
    device: 'mac',
    referrer: 'https://search.example/',
    pages: [
      '/bikes/gravel Gravel bikes',
      '/bikes/gravel/rove-42 Rove 42',
      '/test-rides Test rides',
    ],
    last: 9 * DAY + 3 * HOUR,
    agent: 'agent',
    script: `
      > Hi! I am 171 cm and between two sizes on the Rove. Which one would you take?
      < Hi Olivia! What is your inside leg, measured to the floor without shoes?
      > 80.5 cm
      < Then take the 52. With the 54 the bars would be quite far away for most people of your height.
      > Perfect. Can I try one before I buy?
      < Of course: every Saturday, and you can keep it for two hours. Shall I put you down for 11 am?
      > Yes please! 😍
      < Done. Bring a helmet and something with your name on it.
      ! resolve
      ! rate 5 Knew more about my size than I did
    `,
  },
  {
    name: 'Olivia Bennett',
    email: 'olivia.bennett@example.org',
    country: 'GB',
    device: 'iphone',
    pages: ['/bikes/gravel/rove-42 Rove 42', '/finance Pay in instalments'],
    last: 5 * HOUR,
    agent: 'agent',
    priority: 'high',
    script: `
      > Hello again! I rode the Rove on Saturday and I want it. Can I pay in instalments?
      < That is great to hear! Yes: 12 or 24 months, without interest up to 3,000.
      > 24 months then. What do you need from me?
      # Rode it on Saturday with Bob. Very likely to buy the bag set as well.
      < Only your address and a bank account; I will send you a link to fill in.
      ! promote
      ! label Financing
      ! convert
      > Thank you! And could you put the mudguards on before I pick it up?
      < We will, no charge.
    `,
  },
  {
    name: 'Daniel Osei',
    email: 'daniel.osei@example.com',
    country: 'GB',
    device: 'windows',
    pages: ['/account/orders/23990 Order 23990', '/returns Returns'],
    last: 8 * DAY + 6 * HOUR,
    agent: 'agent2',
    script: `
      > I'd like to return the pedals from order 23990, they are the wrong thread.
      < Hi Daniel, no problem. Are they unused?
      > I tried to screw one in, maybe half a turn. No marks.
      < That is fine. I have sent a label to your email address; the money is back 3 days after they arrive.
      > Brilliant, thanks
      ! label Returns
      ! ticket Return of pedals, order 23990
      ! resolve
      ! rate 4
      ! wait 1440
      ! close
    `,
  },
  {
    country: 'DE',
    device: 'android',
    pages: ['/stores Our shops'],
    last: 8 * DAY + 40,
    agent: 'agent2',
    script: `
      > are you open on the 8th of december?
      < Yes, from 10 to 14 h, and there is mulled wine 🙂
      > 👍
      ! close
    `,
  },
  {
    name: 'Hannah Lindqvist',
    email: 'hannah.lindqvist@example.se',
    country: 'SE',
    device: 'iphone',
    pages: [
      '/bikes/cargo Cargo bikes',
      '/bikes/cargo/atlas-long Atlas Long',
      '/service Service plans',
    ],
    last: 7 * DAY + 5 * HOUR,
    agent: 'admin',
    priority: 'high',
    script: `
      > We are a bakery and look at three Atlas Long for deliveries. Do you offer a service contract?
      < Hello Hannah! We do: every 1,000 km, at your place, with a spare bike if it takes longer than a day.
      > That sounds like what we need. What does it cost for three?
      < 49 a month per bike. From three bikes on, the first half year is free.
      # Wants delivery before Christmas. Check stock of the 500 Wh batteries.
      > Great. Could you send me an offer in writing?
      < You will have it by tomorrow noon.
      ! promote
      ! label Wholesale
      ! convert
      > Perfect, thank you so much 🥐
      ! resolve
      ! rate 5 A real person with real answers
    `,
  },
  {
    name: 'Ben',
    country: 'AU',
    device: 'android',
    referrer: 'https://video.example/watch',
    pages: ['/parts/tyres Tyres', '/parts/tyres/terra-45 Terra 45'],
    last: 7 * DAY,
    agent: 'agent',
    script: `
      > G'day, what pressure do you run in the Terra 45 tubeless? I'm 84 kg
      < Hi Ben! On gravel 2.1 bar rear and 1.9 front is a good start, then let out air until it feels right.
      > cheers mate
      < Enjoy the ride!
      ! resolve
    `,
  },
  {
    name: 'Grace Müller-Adeyemi',
    email: 'grace.m.a@example.net',
    country: 'CH',
    device: 'mac',
    pages: ['/checkout Checkout'],
    last: 6 * DAY + 4 * HOUR,
    agent: 'agent2',
    priority: 'urgent',
    script: `
      > Your checkout charged me twice!! 2 × 389.00 on my card
      < I am sorry about that, Grace. Let me look right away.
      # One is only a reservation: the first try failed at 3-D Secure, payment id ends in 77c1.
      < Only one of the two went through. The other is a reservation that your bank drops within 3 days.
      > Are you sure? It shows as a payment here
      < Quite sure: we received 389.00 once. I have just sent you the confirmation of our payment provider.
      > OK, got it. Thank you for being so quick
      ! resolve
      ! rate 4 Stressful, but solved in ten minutes
    `,
  },
  {
    country: 'IN',
    device: 'android',
    pages: ['/careers Careers'],
    last: 6 * DAY + 30,
    agent: 'admin',
    script: `
      > SEO SERVICES BEST PRICE!!! We bring your website to page 1, guaranteed
      ! close
      ! archive
    `,
  },
  {
    name: 'Ethan Brooks',
    email: 'ethan.brooks@example.com',
    country: 'US',
    device: 'windows',
    pages: ['/shipping Shipping', '/parts/frames Frames', '/parts/frames/steel-one Steel One'],
    last: 5 * DAY + 7 * HOUR,
    agent: 'agent',
    script: `
      > Do you ship frames to the US and who pays the duties?
      < Hi Ethan, we do, insured, in about 8 working days. Duties are collected by the carrier on delivery.
      > Any idea how much that is for a frame at 1,150?
      < For bicycle frames it is a low single-digit percentage plus a fee of the carrier. Please check with customs, I do not want to promise you a number.
      > Fair enough. I'll think about it
      ! wait 600
      ! resolve
      ! archive
    `,
  },
  {
    name: 'Chloe Dubois-Hart',
    email: 'chloe@example.org',
    country: 'GB',
    device: 'iphone',
    pages: ['/account/orders/24502 Order 24502'],
    last: 4 * DAY + 2 * HOUR,
    agent: 'agent2',
    script: `
      > Hi, can I still change the colour of my order 24502? Green instead of sand please 💚
      < Hello Chloe, let me ask the workshop whether it is painted yet.
      ! wait 35
      < You are lucky: it is next in line. Changed to green, same delivery date.
      > Yesss thank you!!! 🥳🥳
      ! label Delivery
      ! resolve
      ! rate 5 🥳
    `,
  },
  {
    email: 'accounts@riverside-hotel.example',
    country: 'GB',
    device: 'windows',
    pages: ['/business For companies', '/invoices Invoices'],
    last: 4 * DAY,
    agent: 'admin',
    script: `
      > We need invoice VA-10233 again, with our purchase order number PO-7781 on it.
      < Certainly. Anything else that should be on it?
      > No, that is all.
      < It is in your inbox now.
      ! assign agent2
      # Asked Bob to add the PO number to the customer's master data.
      ! label Invoice
      ! resolve
    `,
  },
  {
    name: 'Lucas Ferreira',
    email: 'lucas.f@example.pt',
    country: 'PT',
    device: 'linux',
    referrer: 'https://news.example/weekend-rides',
    pages: [
      '/guides/winter Winter guide',
      '/parts/lights Lights',
      '/parts/lights/beam-900 Beam 900',
    ],
    last: 3 * DAY + 5 * HOUR,
    agent: 'agent',
    script: `
      > Is the Beam 900 allowed on the road in Portugal? It says "StVZO" which is German
      < Hi Lucas! A lamp that meets the German rules is fine in Portugal, too: what counts is that it does not dazzle.
      > And how long on full power in the cold?
      < At 0 °C about 2 h 40 min, at 20 °C a bit over 3 hours.
      > Good to know, ordered ✌️
      ! resolve
      ! rate 5
    `,
  },
  {
    name: 'Amelia Stone',
    email: 'amelia.stone@example.com',
    country: 'GB',
    device: 'android',
    pages: ['/warranty Warranty', '/contact Contact'],
    last: 2 * DAY + 3 * HOUR,
    agent: 'agent2',
    priority: 'low',
    script: `
      > My bell does not ring anymore :(
      < That is sad! Which bell is it?
      > The brass one that came with my Ada
      < I put a new one into the post for you. It should be there by Thursday.
      > That's so kind, thank you
      ! label Warranty
      ! ticket New bell for an Ada
      ! resolve
      ! rate 5 Who gets a free bell? ME 🔔
    `,
  },
  {
    name: 'Yusuf Demir',
    email: 'yusuf.demir@example.com',
    country: 'NL',
    device: 'android',
    pages: ['/bikes/e-bikes E-bikes', '/bikes/e-bikes/volta-s Volta S', '/leasing Leasing'],
    last: DAY + 4 * HOUR,
    agent: 'agent',
    isUnseen: true,
    script: `
      > Can my employer in the Netherlands lease the Volta S for me?
      < Hi Yusuf, yes, through our partner. Your employer registers once, then you choose the bike here.
      > How long does the registration take?
      < Usually three working days. I can send your HR department everything they need: may I have a contact?
    `,
  },
  {
    name: 'Isla McKenzie',
    email: 'isla.mckenzie@example.org',
    country: 'GB',
    device: 'iphone',
    pages: ['/workshop Workshop', '/workshop/booking Book a service'],
    last: 22 * HOUR,
    agent: 'agent2',
    script: `
      > Hi, when will my bike be ready? Job 5512
      < Hi Isla, the new fork arrived this morning, so tomorrow at noon.
      > 🙌 can somebody check the rear brake as well? It squeals
      < Noted on the job card, no extra charge if it is only dirt on the disc.
      # Job 5512: rear brake squeals, check pads for oil.
      > you are the best
      ! resolve
      > One more thing: do you have the fork's old spacers? I'd like to keep them
      < They are in a bag on your handlebar 🙂
    `,
  },
  {
    widget: 'outlet',
    name: 'Noah Clarke',
    email: 'noah.clarke@example.com',
    country: 'IE',
    device: 'windows',
    pages: ['/outlet Spring outlet'],
    last: 9 * DAY + 8 * HOUR,
    agent: 'agent2',
    script: `
      > Is the 50 % off the Ada frame still on?
      < Hi Noah, the outlet ended on Sunday, sorry. I can still give you 20 % on last year's colour.
      > hmm ok, not what I hoped for
      ! close
      ! rate 2 Offer was gone although the page still showed it
    `,
  },
]
