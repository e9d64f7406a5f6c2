using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Directives.Chasing;
using Directives.Language;
using Directives.Mail;

namespace Directives.Tests.Mail;

/// <summary>What letters say and how: each kind in both languages, as somebody has read and approved it.</summary>
public sealed partial class LetterTests
{
    private const int LongestLine = 998;
    private static readonly Lazy<Task<LetterBench>> Bench = new(() => LetterBench.MakeAsync());

    public static TheoryData<string, string> Letters => SampleLetters.Cases;

    public static TheoryData<string> Kinds => [.. SampleLetters.All.Keys];

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task A_letter_is_as_approved(string name, string language)
    {
        var letter = await WriteAsync(name, language);
        await Approved.IsAsync($"{name}.{language}.html", letter.Html);
        await Approved.IsAsync($"{name}.{language}.txt", $"{letter.Subject}\n\n{letter.Text}");
    }

    [Fact]
    public void Nothing_is_approved_that_is_no_longer_written() => Assert.Empty(Approved.Names.Except(
        SampleLetters.All.Keys.SelectMany(k => Texts.All.SelectMany(t => new[] { $"{k}.{t.Language}.html", $"{k}.{t.Language}.txt" }))));

    [Fact]
    public async Task Every_kind_of_notice_and_every_rung_of_the_sample_is_among_them()
    {
        var bench = await Bench.Value;
        var told = SampleLetters.All.Values.SelectMany(make => make(bench, "vi").Notices).Select(n => n.Notice).ToList();
        Assert.Empty(Enum.GetValues<NoticeKind>().Except(told.Select(n => n.Kind)));
        var rungs = Directives.Editions.EditionFile.Sample.Roles.SelectMany(r => r.Ladder);
        Assert.Empty(rungs.Select(r => r.Name).Except(told.Where(n => n.Kind == NoticeKind.Reminder).Select(n => n.Rung)));
        Assert.Empty(rungs.Where(r => r.Readers.Count > 1).Select(r => r.Name).Except(told.Where(n => n.Kind == NoticeKind.Escalation).Select(n => n.Rung)));
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task Html_is_well_formed_and_loads_nothing(string name, string language)
    {
        var letter = await WriteAsync(name, language);
        var html = Parse(letter.Html);
        Assert.Equal(language, html.Attribute("lang")!.Value);
        Assert.Equal(letter.Subject, html.Element("head")!.Element("title")!.Value);
        Assert.DoesNotContain(html.Descendants(), e => e.Name.LocalName is "img" or "link" or "script" or "iframe" or "object" or "form" or "base");
        Assert.DoesNotContain(
            html.Descendants().Attributes(), a => a.Name.LocalName is "src" or "srcset" or "background" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)url\\(|@import|@font-face", letter.Html);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task There_is_one_button_for_each_thing_to_open_and_it_leads_to_the_site(string name, string language)
    {
        var bench = await Bench.Value;
        var draft = SampleLetters.All[name](bench, language);
        var letter = await bench.Writer.WriteAsync(draft);
        var links = Parse(letter.Html).Descendants("a").ToList();
        var personal = draft.Notices.Where(n => n.LinkKey is not null).Select(n => $"{LetterBench.Site}/{(n.Code is not null ? "sign-in" : n.Case is null ? "l" : "c")}/{n.LinkKey}").ToList();
        var addresses = links.Select(a => a.Attribute("href")!.Value).ToList();
        Assert.Equal(personal.Order(), addresses.Where(a => a.Contains("/l/", StringComparison.Ordinal) || a.Contains("/c/", StringComparison.Ordinal) || a.Contains("/sign-in/", StringComparison.Ordinal)).Order());
        Assert.All(addresses, a => Assert.StartsWith(LetterBench.Site + "/", a, StringComparison.Ordinal));
        Assert.All(links, a => Assert.Matches(@"\p{L}{2}", a.Value));
        // As text too, on a line of its own; in HTML beneath the button.
        Assert.All(addresses, a => Assert.Contains(a, letter.Text.Split('\n')));
        Assert.All(addresses, a => Assert.Contains($">{a}<", letter.Html, StringComparison.Ordinal));
        Assert.All(Address().Matches(letter.Text + letter.Html), a => Assert.StartsWith(LetterBench.Site, a.Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task What_the_html_says_the_text_says_too(string name, string language)
    {
        var letter = await WriteAsync(name, language);
        var said = Words(letter.Text);
        var body = string.Join(' ', Parse(letter.Html).Element("body")!.DescendantNodes().OfType<XText>().Select(t => t.Value));
        // Only a button can fail to be pressed.
        Assert.Empty(Words(body).Except(said).Except(Words(Texts.In(language)["letter.link-copy"])));
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task No_line_is_too_long_for_a_mail_server_and_text_is_wrapped(string name, string language)
    {
        var letter = await WriteAsync(name, language);
        Assert.All(letter.Html.Split('\n').Append(letter.Subject), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, LongestLine));
        Assert.All(letter.Text.Split('\n'), l => Assert.True(l.Length <= 72 || l.StartsWith("https://", StringComparison.Ordinal), l));
        Assert.DoesNotContain("\n\n\n", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', letter.Text + letter.Html + letter.Subject);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Both_languages_have_the_same_structure(string name)
    {
        var (vi, en) = (await WriteAsync(name, "vi"), await WriteAsync(name, "en"));
        Assert.Equal(Structure(vi.Html), Structure(en.Html));
        Assert.Equal(vi.Text.Split("\n\n").Length, en.Text.Split("\n\n").Length);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task Subject_and_first_lines_say_what_and_by_when(string name, string language)
    {
        var bench = await Bench.Value;
        var draft = SampleLetters.All[name](bench, language);
        var letter = await bench.Writer.WriteAsync(draft);
        if (draft.Notices is not [{ Notice: { Due: { } due, Kind: not NoticeKind.Receipt } } only]) return;
        var texts = Texts.In(language);
        // One that must not say what it is about says no place either.
        var place = (only.Obligation?.Place ?? only.Case?.Matter?.Place) is { } code ? bench.Register.PlaceOf(code)!.Name : "";
        Assert.Contains(texts.Date(due), letter.Subject, StringComparison.Ordinal);
        Assert.Contains(place, letter.Subject, StringComparison.Ordinal);
        var first = string.Join(' ', letter.Text.Split('\n')[..9]);
        Assert.Contains(texts[$"letter.weekday.{due.DayOfWeek}"], first, StringComparison.Ordinal);
        Assert.Contains(texts.Date(due), first, StringComparison.Ordinal);
        Assert.Contains(place, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_reports_of_others_stand_by_place_under_their_rung_with_a_sum()
    {
        var letter = await WriteAsync("leader-two-rungs", "vi");
        var parts = letter.Text.Split("----------------------------------------");
        Assert.Equal(["Phường Nhơn Bình", "Phường Nhơn Phú", "Thị trấn Bình Dương", "Xã Mỹ Đức", "Xã Mỹ Châu", "Xã Canh Liên", "Xã Canh Hiệp"],
            Numbered().Matches(parts.Single(p => p.Contains("7 báo cáo quá hạn", StringComparison.Ordinal))).Select(m => m.Groups[1].Value));
        Assert.Contains("Cộng: 7 báo cáo", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Cộng: 2 báo cáo", letter.Text, StringComparison.Ordinal);
        Assert.Contains("10 báo cáo quá hạn", letter.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trưởng phòng\r\nBcc: all@place.example", "Trưởng phòng Bcc: all@place.example")]
    [InlineData("<script>alert(1)</script> & <b>Sở</b> \"Y\" 'tế'", "<script>alert(1)</script> & <b>Sở</b> \"Y\" 'tế'")]
    [InlineData("رئيس القسم", "\u2068رئيس القسم\u2069")]
    [InlineData("Sở\u202e tế\u200b\u2028Y", "Sở tế Y")]
    [InlineData(" a\tb ", "a b")]
    public async Task A_title_and_a_reason_are_shown_inertly_whatever_they_hold(string title, string shown)
    {
        var bench = await Bench.Value;
        foreach (var (name, language) in SampleLetters.All.Keys.SelectMany(n => Texts.All.Select(t => (n, t.Language))))
        {
            var draft = SampleLetters.All[name](bench, language);
            var letter = await bench.Writer.WriteAsync(draft with
            {
                Reader = draft.Reader with { Title = title, TitleEn = title },
                Notices = [.. draft.Notices.Select(n => n.Notice.Kind is NoticeKind.Asked or NoticeKind.Checkpoint or NoticeKind.DeskChanged ? n : n with { Notice = n.Notice with { Words = title } })],
            });
            ShownInertly(letter, shown);
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & <b>Sở</b> \"Y\" 'tế'", "<script>alert(1)</script> & <b>Sở</b> \"Y\" 'tế'")]
    [InlineData("رئيس القسم", "\u2068رئيس القسم\u2069")]
    public async Task So_are_names_of_the_register(string name, string shown)
    {
        var bench = await LetterBench.MakeAsync(o => o with { Title = name, TitleEn = name }, p => p.Code == "21739" ? p with { Name = name } : p);
        foreach (var (make, texts) in SampleLetters.All.Values.SelectMany(m => Texts.All.Select(t => (m, t))))
            ShownInertly(await bench.Writer.WriteAsync(make(bench, texts.Language)), shown);
    }

    [Theory]
    [InlineData(5000, "ắ")]
    [InlineData(3000, "<")]
    [InlineData(3000, "\ud83d\ude00")]
    [InlineData(900, "đường & cầu \"mới\" ")]
    public async Task A_reason_without_end_breaks_no_line(int times, string of)
    {
        var bench = await Bench.Value;
        var words = string.Concat(Enumerable.Repeat(of, times));
        var letter = await bench.Writer.WriteAsync(bench.Letter(
            "vi", bench.Holder("21739").Id, LetterBench.Morning(2023, 5, 11), bench.About(NoticeKind.Returned, "21739", "returned", round: 2, due: new(2023, 5, 31), words: words)));
        Assert.All((letter.Html + letter.Text).Split('\n'), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, LongestLine));
        Assert.Contains(Regex.Replace(words, "\\s", ""), Regex.Replace(Parse(letter.Html).Value, "\\s", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_written_at_the_same_time_do_not_mix()
    {
        var bench = await Bench.Value;
        var drafts = SampleLetters.All.Values.SelectMany(make => Texts.All.Select(t => make(bench, t.Language))).ToList();
        var alone = new List<ComposedLetter>();
        foreach (var draft in drafts) alone.Add(await bench.Writer.WriteAsync(draft));
        var together = new ComposedLetter[drafts.Count * 8];
        await Parallel.ForAsync(0, together.Length, async (i, stop) => together[i] = await bench.Writer.WriteAsync(drafts[i % drafts.Count], stop));
        Assert.All(together.Index(), l => Assert.Equal(alone[l.Index % drafts.Count], l.Item));
    }

    private static async Task<ComposedLetter> WriteAsync(string name, string language)
    {
        var bench = await Bench.Value;
        return await bench.Writer.WriteAsync(SampleLetters.All[name](bench, language));
    }

    private static void ShownInertly(ComposedLetter letter, string shown)
    {
        var html = Parse(letter.Html);
        Assert.Empty(html.Descendants("script").Concat(html.Descendants("b")));
        Assert.Contains(shown, Regex.Replace(html.Value, "\\s+", " "), StringComparison.Ordinal);
        Assert.Contains(shown, Regex.Replace(letter.Text, "\\s+", " "), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', letter.Subject);
        Assert.DoesNotContain(letter.Subject + letter.Text + letter.Html, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u200b' or '\u2028');
        Assert.Equal(letter.Text.Count(c => c == '\u2068'), letter.Text.Count(c => c == '\u2069'));
    }

    private static XElement Parse(string html) =>
        XDocument.Parse(Void().Replace(html.Replace("<!doctype html>", "", StringComparison.Ordinal), "<$1$2/>"), LoadOptions.PreserveWhitespace).Root!;

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static IEnumerable<string> Structure(string html) =>
        Parse(html).Descendants().Select(e => $"{e.Name} {e.Attribute("style")?.Value} {e.Attribute("href")?.Value}");

    [GeneratedRegex(@"https?://[^\s""<]+")]
    private static partial Regex Address();

    [GeneratedRegex("<(meta|br|hr)\\b([^>]*?)/?>")]
    private static partial Regex Void();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d+\. ([^,]+),", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
