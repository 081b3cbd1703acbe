/** The part of noVNC that is used; it brings no types. */
declare module '@novnc/novnc' {
    interface RfbEvents {
        connect: CustomEvent<object>;
        disconnect: CustomEvent<{ clean: boolean }>;
    }

    export default class RFB {
        constructor(
            target: HTMLElement,
            url: string,
            options?: { credentials?: { password: string } },
        );
        scaleViewport: boolean;
        background: string;
        addEventListener<Name extends keyof RfbEvents>(
            name: Name,
            listener: (event: RfbEvents[Name]) => void,
        ): void;
        disconnect(): void;
        focus(): void;
        sendCtrlAltDel(): void;
    }
}
