import { expect, test } from 'vitest'
import { wordOfScene } from '../../api/studio/files/words.ts'
import { studio as en } from '../../renderer/i18n/en/studio.ts'
import { studio as zh } from '../../renderer/i18n/zh/studio.ts'
import { KNOWN_SCENES } from '../../renderer/studio/scripts/scene-words.ts'

test('a table names scenes as the window does, in both languages', () => {
  for (const scene of KNOWN_SCENES) {
    expect([wordOfScene(scene, 'zh'), wordOfScene(scene, 'en')]).toEqual([zh.studio.scene[scene], en.studio.scene[scene]])
  }
})
