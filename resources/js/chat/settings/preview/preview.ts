import { formState, type FormValues } from '../form_values.js'
import { readableOn } from '../../../../../app/chat/support/colors.js'
import { text } from '../texts.js'
import { CLOSE_PATH, LAUNCHER_PATHS } from '../../../../../app/chat/support/launcher_icons.js'
import { openingAt, minuteInWords } from './opening.js'

/** With a greater radius a line of text does not fit into its bubble. */
const MAX_BUBBLE_RADIUS = 18

type Presence = 'now' | 'online' | 'away'

/** The widget as the form describes it, drawn without a request. */
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
    return text('widget.ask_rating')
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

  /** Whether the team is available now, by the hours in the form. */
  get opening() {
    const { hours } = this.values
    return hours.enabled ? openingAt(hours, new Date()) : { isOpen: true, next: null }
  },
  get isAway() {
    return this.isNow ? !this.opening.isOpen : this.isForcedAway
  },
  get presence() {
    return this.isAway ? text('widget.away') : text('widget.live')
  },
  get dotClass() {
    return this.isAway ? 'chat-widget__dot--away' : ''
  },
  get awayText() {
    const { next } = this.opening
    const back =
      next === null || this.opening.isOpen
        ? ''
        : text('widget.back_at', { moment: minuteInWords(next) })
    return [this.values.offline_message, back].filter(Boolean).join(' ')
  },
  get hoursNote() {
    const { hours } = this.values
    if (!hours.enabled) return text('settings_script.hours.none')
    const { timezone } = hours
    const { isOpen, next } = this.opening
    if (isOpen) return text('settings_script.hours.open', { timezone })
    if (next === null) return text('settings_script.hours.never')
    return text('settings_script.hours.closed', { moment: minuteInWords(next), timezone })
  },

  get asksContact() {
    const { collect_name: name, collect_email: email } = this.values
    return this.isFirstVisit && (name || email)
  },
  get nameLabel() {
    return this.labelOf('name')
  },
  get emailLabel() {
    return this.labelOf('email')
  },
  labelOf(name: 'name' | 'email') {
    const field = text(`widget.${name}`)
    return this.values.contact_required ? field : text('widget.optional', { field })
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
    return text('widget.details')
  },
  get saveLabel() {
    return text('widget.save')
  },
  get branding() {
    return text('widget.branding')
  },
  get launcherPath() {
    return this.isOpen ? CLOSE_PATH : LAUNCHER_PATHS[this.values.launcher_icon]
  },
  get stageStyle() {
    const { primary_color: primary, text_color: own } = this.values
    const { border_radius: radius, launcher_size: size } = this.values
    return {
      '--chat-primary': primary,
      '--chat-on-primary': readableOn(primary, own),
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
