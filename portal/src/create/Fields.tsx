import type { ReactNode } from 'react';
import { SelectField, TextField } from '../ui/Field';
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
    const { form, change, field, words, unit, type = 'text', ...rest } = props;
    return (
        <TextField
            words={unit === undefined ? words : `${words} (${unit})`}
            value={form[field]}
            set={(value) => change({ [field]: value })}
            type={type}
            autoComplete={type === 'password' ? 'new-password' : 'off'}
            step={type === 'number' ? 'any' : undefined}
            {...rest}
        />
    );
}

interface SelectProps extends Editing {
    field: TextField;
    words: string;
    options: readonly (readonly [value: string, words: string])[];
    hint?: string;
}

export function Select({ form, change, field, ...rest }: SelectProps) {
    return (
        <SelectField value={form[field]} set={(value) => change({ [field]: value })} {...rest} />
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
