/** Marks what is not real. */
export function Simulated() {
    return (
        <span className="chip simulated" data-tip="Nothing real: a simulated driver answers">
            simulated
        </span>
    );
}
