let audio: AudioContext | null = null

/**
 * Two soft tones: rising when a customer is nearly due, falling when missed. Made here, so that nothing has to be loaded.
 * @param volume 0 to 1
 */
export function playAlert(volume: number, missed: boolean): void {
  if (volume <= 0) return
  audio ??= new AudioContext()
  void audio.resume()
  const [first, second] = missed ? [784, 523] : [587, 784]
  tone(audio, first, audio.currentTime, volume)
  tone(audio, second, audio.currentTime + 0.16, volume)
}

function tone(context: AudioContext, hertz: number, at: number, volume: number): void {
  const source = context.createOscillator()
  const gain = context.createGain()
  source.type = 'sine'
  source.frequency.value = hertz
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(volume * 0.35, at + 0.015)
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.4)
  source.connect(gain).connect(context.destination)
  source.start(at)
  source.stop(at + 0.42)
}
