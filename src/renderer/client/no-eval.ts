import { z } from 'zod';

// Zod would compile schemas with `new Function`, which the window's content security policy forbids and reports.
z.config({ jitless: true });
