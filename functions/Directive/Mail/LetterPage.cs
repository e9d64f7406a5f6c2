using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Directives.Language;

namespace Directives.Mail;

/// <summary>Lays a letter out, as plain text and as HTML that loads nothing. Many overdue reports of one rung become one list.</summary>
internal sealed class LetterPage(Texts texts, string subject, string greeting, IReadOnlyList<LetterPart> parts)
{
    // From here on a list is easier to read than paragraphs.
    private const int ListFrom = 3;
    private const string Small = "font-size:14px;color:#55606e";

    // Vietnamese letters as they are: entities would triple a letter.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private IReadOnlyList<IReadOnlyList<LetterPart>> Groups { get; } =
        [.. parts.GroupBy(p => p.Line is null ? (object)p : p.Why).SelectMany(g => g.Count() < ListFrom ? g.Select(p => new[] { p }) : [[.. g]])];

    public string Text()
    {
        var text = new StringBuilder().Append(greeting).Append("\n\n");
        foreach (var group in Groups)
        {
            if (group.Count == 1) TextOf(text, group[0]);
            else TextOf(text, group);
            text.Append(group[0].Why).Append("\n\n");
        }

        return text.Append(texts["letter.sign-off"]).Append('\n').Append(texts["letter.from"]).Append('\n').ToString();
    }

    public string Html()
    {
        var html = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(texts.Language).Append("\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>").Append(E(subject)).Append("</title></head>")
            .Append("<body style=\"margin:0;padding:16px;background:#f4f5f7;font:16px/1.5 sans-serif;color:#1c2430\">")
            .Append("<div style=\"max-width:600px;margin:0 auto;background:#fff;padding:24px;border-top:4px solid #8a1c1c\"><p>").Append(E(greeting)).Append("</p>");
        foreach (var group in Groups)
        {
            if (group.Count == 1) HtmlOf(html, group[0]);
            else HtmlOf(html, group);
            html.Append("<p style=\"").Append(Small).Append("\">").Append(E(group[0].Why)).Append("</p>")
                .Append("<hr style=\"border:0;border-top:1px solid #d9dde3\">");
        }

        return html.Append("<p>").Append(E(texts["letter.sign-off"])).Append("<br>").Append(E(texts["letter.from"])).Append("</p></div></body></html>").ToString();
    }

    private static string E(string text) => Encoder.Encode(text);

    private static void TextOf(StringBuilder text, LetterPart part)
    {
        text.Append(part.Body).Append('\n');
        if (part.Link is not { } link) return;
        text.Append(part.Button).Append(": ").Append(link).Append('\n');
        if (part.LinkNote is { } note) text.Append(note).Append('\n');
    }

    private void TextOf(StringBuilder text, IReadOnlyList<LetterPart> group)
    {
        text.Append(texts["letter.many.escalation.subject", texts.Count("reports", group.Count)]).Append(":\n");
        foreach (var line in group.Select(p => p.Line!))
            text.Append("- ").Append(line.Place).Append(" – ").Append(line.Owner).Append(" (").Append(line.Period).Append(", ").Append(line.Late).Append(")\n");
    }

    private static void HtmlOf(StringBuilder html, LetterPart part)
    {
        html.Append("<p>").Append(E(part.Body)).Append("</p>");
        if (part.Link is not { } link) return;
        html.Append("<p><a href=\"").Append(E(link.ToString()))
            .Append("\" style=\"display:inline-block;padding:12px 20px;background:#8a1c1c;color:#fff;text-decoration:none\">")
            .Append(E(part.Button ?? "")).Append("</a></p>");
        if (part.LinkNote is { } note) html.Append("<p style=\"").Append(Small).Append("\">").Append(E(note)).Append("</p>");
    }

    private void HtmlOf(StringBuilder html, IReadOnlyList<LetterPart> group)
    {
        html.Append("<p>").Append(E(texts["letter.many.escalation.subject", texts.Count("reports", group.Count)])).Append(":</p>")
            .Append("<table style=\"width:100%;border-collapse:collapse;font-size:15px\"><tr>");
        foreach (var head in (string[])["place", "owner", "period", "late"])
            html.Append("<th style=\"text-align:left;padding:4px 8px 4px 0;border-bottom:2px solid #d9dde3\">").Append(E(texts[$"letter.table.{head}"])).Append("</th>");
        html.Append("</tr>");
        foreach (var line in group.Select(p => p.Line!))
        {
            html.Append("<tr>");
            foreach (var cell in (string[])[line.Place, line.Owner, line.Period, line.Late])
                html.Append("<td style=\"padding:4px 8px 4px 0;border-bottom:1px solid #d9dde3;vertical-align:top\">").Append(E(cell)).Append("</td>");
            html.Append("</tr>");
        }

        html.Append("</table>");
    }
}
