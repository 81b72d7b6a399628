import { late } from '../ui/late.tsx'

// What a start does not show: each in a file of its own, read as soon as the list stands.
const talk = late(async () => (await import('./talk.tsx')).Talk)
const profilePane = late(async () => (await import('./profile/profile-pane.tsx')).ProfilePane)
const dialogs = late(async () => (await import('./dialogs/dialogs.tsx')).Dialogs)

export const Talk = talk.Part
export const ProfilePane = profilePane.Part
export const Dialogs = dialogs.Part

/** One after the other: the desk is in use meanwhile. */
export async function warmParts(): Promise<void> {
  for (const part of [talk, profilePane, dialogs]) await part.warm()
}
