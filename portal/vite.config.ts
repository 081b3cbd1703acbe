import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.AIWM_SERVER ?? 'http://localhost:3003';

export default defineConfig({
    // Relative addresses: the page also works behind a proxy that serves it under a path.
    base: './',
    plugins: [react()],
    build: {
        outDir: 'target/classes/META-INF/resources',
        emptyOutDir: true,
        target: ['chrome123', 'firefox128', 'safari17.5'],
        modulePreload: { polyfill: false },
        // Data addresses would need more than the content security policy allows.
        assetsInlineLimit: 0,
        license: { fileName: 'third-party-licenses.md' },
    },
    server: { proxy: { '/api': server } },
    test: {
        include: ['src/**/*.test.{ts,tsx}'],
        restoreMocks: true,
    },
});
