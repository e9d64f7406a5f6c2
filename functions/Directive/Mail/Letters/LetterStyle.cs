using Directives.Language;
using Microsoft.AspNetCore.Components;

namespace Directives.Mail.Letters;

/// <summary>
/// How letters look: the palette of the site, inline, because mail programs drop style sheets; tables, because some lay out
/// nothing else; nothing from elsewhere.
/// </summary>
internal static class LetterStyle
{
    public const string Text = "margin:0 0 16px;font-size:16px;line-height:24px;color:#1d2327";
    public const string Lead = "margin:0 0 12px;font-size:20px;line-height:28px;text-wrap:balance;font-weight:bold;color:#1d2327";
    public const string Small = "margin:0 0 16px;font-size:14px;line-height:20px;color:#56616a";
    public const string Why = "margin:0 0 8px;font-size:14px;line-height:21px;color:#56616a";
    public const string Sum = "margin:8px 0 16px;font-size:16px;line-height:24px;font-weight:bold;color:#1d2327";
    public const string Facts = "margin:0 0 16px;background-color:#f4f5f6;border-left:4px solid #8f1d14";
    public const string FactName = "padding:5px 8px 5px 12px;width:104px;vertical-align:top;font-size:14px;line-height:24px;color:#56616a";
    public const string FactValue = "padding:5px 12px 5px 0;vertical-align:top;font-size:16px;line-height:24px;color:#1d2327;font-weight:bold";
    public const string FactText = "padding:5px 12px 5px 0;vertical-align:top;font-size:16px;line-height:24px;color:#1d2327";
    public const string Table = "border-collapse:collapse;font-size:15px;line-height:21px";
    public const string Heading = "padding:6px 8px 6px 0;text-align:left;vertical-align:bottom;border-bottom:2px solid #56616a;color:#1d2327";
    public const string Cell = "padding:6px 8px 6px 0;vertical-align:top;border-bottom:1px solid #cfd5da;color:#1d2327";
    public const string Number = "padding:6px 8px 6px 0;width:28px;text-align:left;vertical-align:top;border-bottom:1px solid #cfd5da;color:#56616a";
    public const string ButtonBox = "margin:0 0 12px";
    public const string ButtonCell = "border-radius:4px;background-color:#8f1d14";
    public const string Button = "display:inline-block;padding:13px 28px;font-size:16px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none";
    public const string Address = "word-break:break-all";
    public const string Code = "margin:0 0 16px;padding:8px 12px;background-color:#f4f5f6;font-family:Consolas,Menlo,monospace;font-size:14px;line-height:21px;word-break:break-all;color:#1d2327";
    public const string Whole = "white-space:nowrap";
    public const string Hidden = "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all";

    private const string Font = "font-family:'Segoe UI',Roboto,'Noto Sans','Helvetica Neue','Liberation Sans',Arial,sans-serif";

    private static readonly MarkupString Vietnamese = OpeningIn("vi");
    private static readonly MarkupString English = OpeningIn("en");

    /// <summary>After the title: colours for dark screens, for programs that know them, and the width for those that cannot limit it.</summary>
    public static readonly MarkupString Head = new("""

        <style>
        @media (prefers-color-scheme: dark) {
        .desk { background-color: #101315 !important; }
        .page { background-color: #1b1f22 !important; }
        .shade { background-color: #24292d !important; }
        .ink { color: #e8ebed !important; }
        .quiet { color: #aab4bc !important; }
        .line { border-color: #46505a !important; }
        }
        </style>
        </head>
        <body class="desk" style="margin:0;padding:0;background-color:#f4f5f6">

        """);

    /// <summary>Before the greeting.</summary>
    public static readonly MarkupString Begin = new($"""

        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="desk" style="background-color:#f4f5f6">
        <tr>
        <td align="center" style="padding:12px 8px">
        <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="max-width:600px;background-color:#ffffff;border-top:4px solid #8f1d14">
        <tr>
        <td align="left" style="padding:20px 16px 8px;{Font}">

        """);

    /// <summary>After the regards.</summary>
    public static readonly MarkupString End = new("""

        </td>
        </tr>
        </table>
        <!--[if mso]></td></tr></table><![endif]-->
        </td>
        </tr>
        </table>
        </body>
        </html>

        """);

    /// <summary>Between two parts.</summary>
    public static readonly MarkupString Rule = new("""

        <hr class="line" style="margin:20px 0;border:0;border-top:1px solid #cfd5da" />

        """);

    /// <summary>Up to the title.</summary>
    public static MarkupString Opening(Texts texts) => texts == Texts.English ? English : Vietnamese;

    private static MarkupString OpeningIn(string language) => new($"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />

        """);
}
