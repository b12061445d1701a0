import type { ThemeConfig } from 'antd';

/**
 * The tokens of `tokens.css` as the component library wants them: as values, one set for each
 * ground. Its own blue and its grey text are replaced; they fall short of 4.5:1.
 */
const palette = {
  light: {
    ground: '#FFFFFF',
    raised: '#F5F6F8',
    ink: '#1B2430',
    ink2: '#4A5565',
    line: '#8A94A3',
    hair: '#DDE1E7',
    primary: '#1A5FB4',
    primaryGround: '#E8F0FB',
    onPrimary: '#FFFFFF',
    breach: '#B3261E',
    soon: '#8A5300',
    ok: '#1E6B3A',
  },
  dark: {
    ground: '#12171E',
    raised: '#1B222C',
    ink: '#E6EAF0',
    ink2: '#A9B4C2',
    line: '#6B7787',
    hair: '#2C3541',
    primary: '#7FB2F5',
    primaryGround: '#1A2A40',
    onPrimary: '#12171E',
    breach: '#FF9B92',
    soon: '#F2BE5C',
    ok: '#7FD09A',
  },
} as const;

export type Scheme = keyof typeof palette;

export const themeFor = (scheme: Scheme, still: boolean): ThemeConfig => {
  const p = palette[scheme];
  // The library's dark algorithm would mix its own shades; every colour is said here instead.
  const pace = still ? '0s' : '0.12s';
  return {
    cssVar: { key: `shaoying-${scheme}` },
    hashed: false,
    token: {
      colorPrimary: p.primary,
      colorPrimaryHover: p.primary,
      colorPrimaryActive: p.primary,
      colorPrimaryBg: p.primaryGround,
      colorTextLightSolid: p.onPrimary,
      colorLink: p.primary,
      colorLinkHover: p.primary,
      colorLinkActive: p.primary,
      colorError: p.breach,
      colorWarning: p.soon,
      colorSuccess: p.ok,
      colorInfo: p.primary,
      colorTextBase: p.ink,
      colorBgBase: p.ground,
      colorBgContainer: p.ground,
      colorBgElevated: p.ground,
      colorText: p.ink,
      colorTextSecondary: p.ink2,
      colorTextTertiary: p.ink2,
      colorTextQuaternary: p.ink2,
      colorTextPlaceholder: p.ink2,
      colorTextDescription: p.ink2,
      colorIcon: p.ink2,
      colorBorder: p.line,
      colorBorderSecondary: p.hair,
      colorSplit: p.hair,
      fontFamily: 'var(--font)',
      fontSize: 13,
      lineHeight: 20 / 13,
      fontWeightStrong: 600,
      borderRadius: 4,
      borderRadiusLG: 4,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightSM: 28,
      controlOutlineWidth: 0,
      motion: !still,
      motionDurationFast: pace,
      motionDurationMid: pace,
      motionDurationSlow: pace,
      boxShadow: '0 2px 8px rgb(0 0 0 / 18%)',
      boxShadowSecondary: '0 2px 8px rgb(0 0 0 / 18%)',
    },
    components: {
      Button: {
        fontWeight: 400,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Select: { optionSelectedBg: p.primaryGround, optionSelectedFontWeight: 600 },
    },
  };
};
