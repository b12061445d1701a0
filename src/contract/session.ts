import { z } from 'zod';
import { Text } from './common.ts';

export const Role = z.enum([
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
  'arbiter',
  'supervisor',
  'sponsor',
  'liaison',
  'callback_agent',
  'sealed_officer',
  'archivist',
  'auditor',
  'rule_editor',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

export const Post = z.object({
  unit: z.string(),
  role: Role,
  /** Which office of the unit the seat is in, where it is in one. */
  office: z.string().max(60).exactOptional(),
});
export type Post = z.infer<typeof Post>;

export const PostView = Post.extend({
  unitName: Text,
  roleName: Text,
  officeName: Text.exactOptional(),
});
export type PostView = z.infer<typeof PostView>;

export const SignIn = z.object({
  /** The institution to sign in to, on a server of several; the server's first unless said. */
  tenant: z.string().min(1).max(60).optional(),
  login: z.string().min(1).max(80),
  password: z.string().min(1).max(200),
  /** Which post to act in, for those who hold several. */
  post: Post.optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** Who is signed in, in which post, and what posts they could switch to. */
export const SessionView = z.object({
  login: z.string(),
  tenant: z.object({ id: z.string(), name: Text }),
  post: PostView,
  posts: z.array(PostView),
  /** The store's time: screens count down from it, not from the device's clock. */
  now: z.string(),
  /** The institution's time zone by its IANA name: where its people read their clocks. */
  zone: z.string(),
  /** True on a demonstration district: its requests are invented and its clock may be a test clock. */
  demo: z.boolean(),
  /** True while the password is the one handed over: it must be changed before anything else. */
  temporary: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const NewPassword = z.object({
  password: z.string().min(1).max(200),
  next: z.string().min(10).max(200),
});

export const SwitchPost = z.object({ post: Post });

/** Who to sign in as on a demonstration district, a login for each role; no such list elsewhere. */
export const DemoAccounts = z.object({
  accounts: z.array(
    z.object({ login: z.string(), password: z.string(), posts: z.array(PostView) }),
  ),
});
export type DemoAccounts = z.infer<typeof DemoAccounts>;
