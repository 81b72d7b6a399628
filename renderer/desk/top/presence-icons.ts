import { CircleDot, CirclePause, Coffee, GraduationCap, Moon, Users, UtensilsCrossed } from 'lucide-react'

/** One picture for each state, the same wherever it is shown. */
export const presenceIcons = {
  online: CircleDot, hung_up: CirclePause, meal: UtensilsCrossed, handover: Users, training: GraduationCap, away: Coffee, off_duty: Moon,
} as const
