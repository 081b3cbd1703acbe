const PATHS = {
    start: 'M5 3.2v9.6L13 8z',
    stop: 'M4 4h8v8H4z',
    pause: 'M4 3h3v10H4zm5 0h3v10H9z',
    resume: 'M4 3h2.500v10H4zM8 3.200v9.600L14 8z',
    restart:
        'M8 3a5 5 0 1 0 5 5h-1.6A3.4 3.4 0 1 1 8 4.6c.9 0 1.7.35 2.3.9L8.6 7.2H13V2.8l-1.55 1.55A5 5 0 0 0 8 3z',
    delete: 'M6 2h4l.6 1H14v1.5H2V3h3.4zM3.2 6h9.6l-.7 8H3.9zm2.6 1.5.3 5h1.1l-.2-5zm3.2 0-.2 5h1.1l.3-5z',
    chevron: 'M5.5 3.5 10 8l-4.5 4.5-1-1L8 8 4.5 4.5z',
    close: 'm4 3 4 4 4-4 1 1-4 4 4 4-1 1-4-4-4 4-1-1 4-4-4-4z',
    'virtual-machine': 'M2 3h12v8H2zm1.5 1.5v5h9v-5zM5 12.5h6V14H5z',
    'application-container':
        'm8 1.5 6 3v7l-6 3-6-3v-7zm0 1.7L4.7 4.8 8 6.4l3.3-1.6zM3.5 6v4.6l3.7 1.8V7.8zm9 0L8.8 7.8v4.6l3.7-1.8z',
    'inference-container': 'M8 1.5 9.6 6l4.9 2-4.9 2L8 14.5 6.4 10 1.5 8l4.9-2z',
    unknown:
        'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm-.8 8.6h1.6v1.6H7.200zm.8-6.700c1.500 0 2.600 1 2.600 2.300 0 1.700-1.800 1.900-1.800 3.300H7.200c0-2.300 1.800-2.300 1.800-3.300 0-.5-.4-.9-1-.9s-1 .4-1.100 1H5.400C5.500 4.800 6.500 3.900 8 3.900z',
    theme: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 1.500v9a4.500 4.500 0 0 1 0-9z',
    search: 'M7 2a5 5 0 1 0 3 9l3 3 1-1-3-3a5 5 0 0 0-4-8zm0 1.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7z',
    warning: 'M8 1.500 15 14H1zM7.200 6v4h1.600V6zm0 5v1.500h1.600V11z',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: what it means is said in words beside it, or in the label of what it stands in. */
export function Icon({ name }: { name: IconName }) {
    return (
        <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={PATHS[name]} fillRule="evenodd" />
        </svg>
    );
}
