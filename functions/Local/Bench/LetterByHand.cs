using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Directives.Language;
using Directives.Mail;

namespace Directives.Local.Bench;

/// <summary>The baseline of <see cref="LettersBench"/>: about the words of a reminder, put together by hand, without a layout worth the name.</summary>
internal static class LetterByHand
{
    private const string Style = "margin:0 0 16px;font-size:16px;line-height:24px;color:#1d2327";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static (string Html, string Text) Write(LetterDraft draft, string cycle, Func<string, Uri> address)
    {
        var texts = Texts.In(draft.Reader.Language);
        var notice = draft.Notices[0].Notice;
        var link = address($"/l/{draft.Notices[0].LinkKey}").AbsoluteUri;
        var place = draft.Notices[0].Obligation!.Place;
        object?[] words = [place, cycle, notice.Due, texts.Count("days", 5)];
        string[] lines =
        [
            texts["letter.greeting", draft.Reader.Titles()],
            texts[$"letter.{notice.Rung}.lead", words],
            $"{texts["letter.fact.place"]}: {place}",
            $"{texts["letter.fact.period"]}: {cycle}",
            $"{texts["letter.fact.due"]}: {texts["letter.date", texts[$"letter.weekday.{notice.Due!.Value.DayOfWeek}"], notice.Due]}",
            texts[$"letter.{notice.Rung}.ask", words],
            texts["letter.button.file"],
            link,
            texts["letter.why", cycle, texts.Rung(notice.Rung), texts["letter.why.before", 5], notice.Due],
            texts["letter.why.shift", 5, notice.Due, texts["letter.why.off", notice.Due, notice.Due, notice.Due], notice.Due, notice.Due],
            texts["letter.link-alone"],
            texts["letter.sign-off"],
            texts["letter.from"],
        ];
        var html = new StringBuilder("<!doctype html><html lang=\"").Append(texts.Language).Append("\"><head><meta charset=\"utf-8\"><title>")
            .Append(Encoder.Encode(texts[$"letter.{notice.Rung}.subject", words])).Append("</title></head><body>");
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            html.Append("<p style=\"").Append(Style).Append("\">").Append(Encoder.Encode(line)).Append("</p>\n");
            text.Append(line).Append("\n\n");
        }

        return (html.Append("<a href=\"").Append(Encoder.Encode(link)).Append("\"></a></body></html>").ToString(), text.ToString());
    }
}
