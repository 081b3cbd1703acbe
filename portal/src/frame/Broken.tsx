import { Component, type ReactNode } from 'react';

/** Keeps a page that fails from taking the frame with it, so that one can still go elsewhere. */
export class Broken extends Component<{ children: ReactNode }, { message: string | null }> {
    override state = { message: null as string | null };

    static getDerivedStateFromError(error: unknown): { message: string } {
        return { message: error instanceof Error ? error.message : String(error) };
    }

    override render(): ReactNode {
        if (this.state.message === null) {
            return this.props.children;
        }
        return (
            <div className="banner danger" role="alert">
                <div className="problem">
                    <strong>This page could not be shown</strong>
                    <p>{this.state.message}</p>
                    <p className="advice">
                        The server may have been renewed meanwhile: load the page again.
                    </p>
                    <button type="button" onClick={() => window.location.reload()}>
                        Load again
                    </button>
                </div>
            </div>
        );
    }
}
