import { type ReactNode, useId } from 'react';
import type { Form } from './form';

export interface Editing {
    form: Form;
    change: (part: Partial<Form>) => void;
}

/** Names of the fields that hold one text. */
export type TextField = {
    [Name in keyof Form]: Form[Name] extends string ? Name : never;
}[keyof Form];

interface TextProps extends Editing {
    field: TextField;
    words: string;
    hint?: string;
    type?: 'text' | 'number' | 'password';
    required?: boolean;
    min?: number;
    max?: number;
    placeholder?: string;
    unit?: string;
}

export function Text(props: TextProps) {
    const { form, change, field, words, hint, unit, type = 'text', ...rest } = props;
    const id = useId();
    return (
        <div className="field">
            <label htmlFor={id}>
                {words}
                {unit === undefined ? '' : ` (${unit})`}
            </label>
            <input
                id={id}
                type={type}
                value={form[field]}
                spellCheck={false}
                autoComplete={type === 'password' ? 'new-password' : 'off'}
                step={type === 'number' ? 'any' : undefined}
                aria-describedby={hint === undefined ? undefined : `${id}hint`}
                onChange={(event) => change({ [field]: event.target.value })}
                {...rest}
            />
            {hint !== undefined ? (
                <span className="fine" id={`${id}hint`}>
                    {hint}
                </span>
            ) : null}
        </div>
    );
}

interface SelectProps extends Editing {
    field: TextField;
    words: string;
    options: readonly (readonly [value: string, words: string])[];
    hint?: string;
}

export function Select({ form, change, field, words, options, hint }: SelectProps) {
    const id = useId();
    return (
        <div className="field">
            <label htmlFor={id}>{words}</label>
            <select
                id={id}
                value={form[field]}
                onChange={(event) => change({ [field]: event.target.value })}
            >
                {options.map(([value, shown]) => (
                    <option key={value} value={value}>
                        {shown}
                    </option>
                ))}
            </select>
            {hint !== undefined ? <span className="fine">{hint}</span> : null}
        </div>
    );
}

interface RowsProps<T> {
    words: string;
    add: string;
    rows: T[];
    fresh: T;
    change: (rows: T[]) => void;
    show: (row: T, set: (part: Partial<T>) => void, index: number) => ReactNode;
}

/** As many rows as somebody wants. */
export function Rows<T>({ words, add, rows, fresh, change, show }: RowsProps<T>) {
    return (
        <fieldset className="rows">
            <legend>{words}</legend>
            {rows.map((row, index) => (
                <div className="row" key={index}>
                    {show(
                        row,
                        (part) =>
                            change(rows.map((it, at) => (at === index ? { ...it, ...part } : it))),
                        index,
                    )}
                    <button
                        type="button"
                        className="ghost"
                        aria-label={`Remove row ${index + 1} of ${words.toLowerCase()}`}
                        onClick={() => change(rows.filter((_, at) => at !== index))}
                    >
                        ×
                    </button>
                </div>
            ))}
            <button type="button" className="small" onClick={() => change([...rows, fresh])}>
                {add}
            </button>
        </fieldset>
    );
}
