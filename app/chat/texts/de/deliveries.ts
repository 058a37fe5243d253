import type { deliveries as english } from '../en/deliveries.js'
import type { Translation } from '../translation.js'

export const deliveries: Translation<typeof english> = {
  webhook: {
    stopped: 'Deaktiviert',
    paused: 'Pausiert',
    failing: 'Fehler seit {time}',
    healthy: 'In Ordnung',
    unused: 'Noch keine Zustellungen',
  },
  advice: {
    gone: 'Deaktiviert, weil der Server mit 410 Gone geantwortet hat. Bringen Sie den Endpunkt in Ordnung, bearbeiten Sie dann den Webhook und schalten Sie ihn wieder ein.',
    paused:
      'Pausiert. Neue Ereignisse werden nicht gesendet, auch später nicht. Bereits ausstehende Zustellungen gehen hinaus, wenn Sie den Webhook wieder einschalten.',
    failing:
      'Sehen Sie im Protokoll unten nach. Fehlgeschlagene Zustellungen werden in wachsenden Abständen wiederholt; Sie können sie auch von Hand erneut senden.',
  },
  delivery: {
    delivered: 'Zugestellt',
    failed: 'Fehlgeschlagen',
    sending: 'Wird gesendet',
    waiting: 'Ausstehend',
    retrying: 'Fehlgeschlagen. Nächster Versuch: {time}',
  },
  attempts: {
    one: '{count} Versuch',
    other: '{count} Versuche',
  },
  no_response: 'Keine Antwort nach {time}',
  response: '{status} in {time}',
  reasons: {
    timeout: 'Zeitüberschreitung.',
    dns: 'Host nicht gefunden. Prüfen Sie die URL.',
    refused: 'Verbindung abgelehnt. Unter dieser Adresse antwortet kein Dienst.',
    unreachable: 'Host nicht erreichbar.',
    tls: 'Ungültiges TLS-Zertifikat für diesen Host. Es wurde nichts gesendet.',
    forbidden_address: 'Gesperrt: Diese URL führt in ein privates Netz. Es wurde nichts gesendet.',
    broken: 'Die Verbindung brach ab, bevor der Server antwortete.',
    status: 'Der Server hat mit einem Fehler geantwortet. Nur 2xx gilt als zugestellt.',
    redirect:
      'Der Server hat weitergeleitet. Weiterleitungen folgen wir nicht; verwenden Sie die endgültige URL.',
    gone: 'Der Server hat mit 410 Gone geantwortet, deshalb haben wir den Webhook deaktiviert.',
    secret:
      'Das Geheimnis lässt sich nicht entschlüsseln, weil APP_KEY geändert wurde. Erstellen Sie ein neues.',
  },
  events: {
    message_sent: {
      label: 'Nachricht gesendet',
      hint: 'Von Besucher, Agent oder System. Enthält den Text.',
    },
    conversation_updated: {
      label: 'Unterhaltung geändert',
      hint: 'Erstellt, zugewiesen, gelöst, geschlossen, wieder geöffnet oder archiviert.',
    },
    conversation_deleted: {
      label: 'Unterhaltung gelöscht',
      hint: 'Endgültig, mit allen Nachrichten.',
    },
    test: 'Test',
  },
}
