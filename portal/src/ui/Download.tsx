import { type ReactNode, useState } from 'react';
import type { Query } from '../api/client';
import { problemOf } from '../api/problem';
import { useApp } from '../app';

interface Props {
    path: string;
    query?: Query;
    /** What the file is called. */
    name: string;
    children: ReactNode;
}

/** A link would not carry the token, so the page fetches what is kept as a file. */
export function Download({ path, query = {}, name, children }: Props) {
    const { api, notices } = useApp();
    const [asking, setAsking] = useState(false);
    const download = async (): Promise<void> => {
        setAsking(true);
        try {
            const url = URL.createObjectURL(await api.file(path, query));
            const link = document.createElement('a');
            link.href = url;
            link.download = name;
            link.click();
            setTimeout(() => URL.revokeObjectURL(url), 60_000);
        } catch (error) {
            notices.refuse(`${name} could not be made`, problemOf(error));
        }
        setAsking(false);
    };
    return (
        <button type="button" disabled={asking} onClick={() => void download()}>
            {asking ? 'Reading…' : children}
        </button>
    );
}
