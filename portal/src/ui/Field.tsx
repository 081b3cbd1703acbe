import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface FieldProps {
    words: string;
    hint?: string | undefined;
    children: (id: string, describedBy: string | undefined) => ReactNode;
}

/** A name, what is filled in, and a hint below. */
export function Field({ words, hint, children }: FieldProps) {
    const id = useId();
    return (
        <div className="field">
            <label htmlFor={id}>{words}</label>
            {children(id, hint === undefined ? undefined : `${id}hint`)}
            {hint !== undefined ? (
                <span className="fine" id={`${id}hint`}>
                    {hint}
                </span>
            ) : null}
        </div>
    );
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'value' | 'onChange'>;

interface TextFieldProps extends Input {
    words: string;
    hint?: string | undefined;
    value: string;
    set: (value: string) => void;
}

export function TextField({ words, hint, value, set, ...rest }: TextFieldProps) {
    return (
        <Field words={words} hint={hint}>
            {(id, describedBy) => (
                <input
                    id={id}
                    value={value}
                    spellCheck={false}
                    autoComplete="off"
                    aria-describedby={describedBy}
                    onChange={(event) => set(event.target.value)}
                    {...rest}
                />
            )}
        </Field>
    );
}

interface SelectFieldProps {
    words: string;
    hint?: string | undefined;
    value: string;
    options: readonly (readonly [value: string, words: string])[];
    set: (value: string) => void;
}

export function SelectField({ words, hint, value, options, set }: SelectFieldProps) {
    return (
        <Field words={words} hint={hint}>
            {(id, describedBy) => (
                <select
                    id={id}
                    value={value}
                    aria-describedby={describedBy}
                    onChange={(event) => set(event.target.value)}
                >
                    {options.map(([key, shown]) => (
                        <option key={key} value={key}>
                            {shown}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}
