import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** A password, hidden until asked; says when Caps Lock is on. `fresh`: a new one, which no password store should fill in. */
export function PasswordField({ value, onChange, autoFocus, ref, label, fresh = false }: {
  label?: string; fresh?: boolean; value: string; onChange: (value: string) => void; autoFocus?: boolean; ref?: Ref<HTMLInputElement>
}) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const look = (event: KeyboardEvent) => { setCapsLock(event.getModifierState('CapsLock')) }
  return (
    <div>
      <Field
        label={label ?? t('signIn.password')} type={shown ? 'text' : 'password'} value={value} required autoComplete={fresh ? 'new-password' : 'current-password'}
        {...(autoFocus ? { autoFocus } : {})} {...(ref ? { ref } : {})}
        onChange={event => { onChange(event.target.value) }} onKeyDown={look} onKeyUp={look}
        after={
          <IconButton label={shown ? t('signIn.hidePassword') : t('signIn.showPassword')} onClick={() => { setShown(!shown) }}>
            {shown ? <EyeOff size={16} /> : <Eye size={16} />}
          </IconButton>
        }
      />
      <p className='mt-1 text-sm text-warn' role='status'>{capsLock ? t('signIn.capsLock') : ''}</p>
    </div>
  )
}
