import { formState, type FormValues } from '../form_values.js'
import { readableOn } from '../../widget/view/colors.js'
import { texts } from '../../widget/texts.js'
import { CLOSE_PATH, LAUNCHER_PATHS } from '../../../../../app/chat/support/launcher_icons.js'
import { openingAt, sayMinute } from './opening.js'

/** Rounder than this, a line of text no longer fits into its bubble. */
const MAX_BUBBLE_RADIUS = 18

type Presence = 'now' | 'online' | 'away'

/** The widget as the form has it now: what a visitor would see, without a request. */
export const preview = () => ({
  isOpen: true,
  scene: 'first' as 'first' | 'conversation' | 'ended',
  presenceChoice: 'now' as Presence,

  get values(): FormValues {
    return formState.values
  },

  get isFirstVisit() {
    return this.scene === 'first'
  },
  get isConversation() {
    return this.scene === 'conversation'
  },
  get isEnded() {
    return this.scene === 'ended'
  },
  get hasMessages() {
    return !this.isFirstVisit
  },
  get asksRating() {
    return this.isEnded && this.values.ask_rating
  },
  get ratingTitle() {
    return texts.askRating
  },
  get isNow() {
    return this.presenceChoice === 'now'
  },
  get isForcedOnline() {
    return this.presenceChoice === 'online'
  },
  get isForcedAway() {
    return this.presenceChoice === 'away'
  },

  /** What the hours say of this moment. */
  get opening() {
    const { hours } = this.values
    return hours.enabled ? openingAt(hours, new Date()) : { isOpen: true, next: null }
  },
  get isAway() {
    return this.isNow ? !this.opening.isOpen : this.isForcedAway
  },
  get presence() {
    return this.isAway ? texts.away : texts.live
  },
  get dotClass() {
    return this.isAway ? 'chat-widget__dot--away' : ''
  },
  get awayText() {
    const { next } = this.opening
    const back = next === null || this.opening.isOpen ? '' : texts.backAt(sayMinute(next))
    return [this.values.offline_message, back].filter(Boolean).join(' ')
  },
  get hoursNote() {
    const { hours } = this.values
    if (!hours.enabled)
      return 'No business hours: visitors see “online” whenever an agent is there.'
    const { isOpen, next } = this.opening
    if (isOpen) return `Open now, by the clock of ${hours.timezone}.`
    if (next === null) return 'No day is ticked: the team is never there.'
    return `Closed now; opens ${sayMinute(next)}, ${hours.timezone}.`
  },

  get asksContact() {
    const { collect_name: name, collect_email: email } = this.values
    return this.isFirstVisit && (name || email)
  },
  get nameLabel() {
    return `${texts.name}${this.optional}`
  },
  get emailLabel() {
    return `${texts.email}${this.optional}`
  },
  get optional() {
    return this.values.contact_required ? '' : ` ${texts.optional}`
  },

  get logo() {
    return this.values.logo_url
  },
  get hasNoLogo() {
    return !this.values.logo_url
  },
  get initial() {
    return [...this.values.welcome_title.trim()][0] ?? '•'
  },
  get theme() {
    return this.values.theme
  },
  get formTitle() {
    return texts.details
  },
  get saveLabel() {
    return texts.save
  },
  get branding() {
    return texts.branding
  },
  get launcherPath() {
    return this.isOpen ? CLOSE_PATH : LAUNCHER_PATHS[this.values.launcher_icon]
  },
  get stageStyle() {
    const { primary_color: primary, text_color: text } = this.values
    const { border_radius: radius, launcher_size: size } = this.values
    return {
      '--chat-primary': primary,
      '--chat-on-primary': readableOn(primary, text),
      '--chat-radius': `${radius}px`,
      '--chat-bubble-radius': `${Math.min(radius, MAX_BUBBLE_RADIUS)}px`,
      '--chat-launcher': `${size}px`,
    }
  },

  showFirstVisit() {
    this.scene = 'first'
  },
  showConversation() {
    this.scene = 'conversation'
  },
  showEnd() {
    this.scene = 'ended'
  },
  asNow() {
    this.presenceChoice = 'now'
  },
  asOnline() {
    this.presenceChoice = 'online'
  },
  asAway() {
    this.presenceChoice = 'away'
  },
  toggle() {
    this.isOpen = !this.isOpen
  },
})
