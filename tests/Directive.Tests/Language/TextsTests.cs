using System.Text.RegularExpressions;
using Directives.Calendars;
using Directives.Language;
using Directives.Register;
using Directives.Reports;
using Directives.Web.Office;

namespace Directives.Tests.Language;

public sealed partial class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_texts() =>
        Assert.Equal(Texts.Vietnamese.Keys.Order(StringComparer.Ordinal), Texts.English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_fill_the_same_places()
    {
        // The duties of the secretaries themselves are theirs.
        foreach (var key in Texts.Vietnamese.Keys.Where(k => !k.EndsWith(".Secretary", StringComparison.Ordinal) && !k.EndsWith(".StandingDeputySecretary", StringComparison.Ordinal)))
            Assert.True(Places(Texts.Vietnamese[key]).SetEquals(Places(Texts.English[key])), $"'{key}' has other places in English.");
    }

    [Fact]
    public void No_text_is_empty_or_has_stray_blanks()
    {
        foreach (var (texts, key) in All())
        {
            var text = texts[key];
            Assert.False(string.IsNullOrWhiteSpace(text), $"'{key}' is empty in {texts.Language}.");
            Assert.Equal(text.Trim(), text);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_English_is_left_in_Vietnamese()
    {
        // The language switch names the other language; words that are names or written alike are no English.
        foreach (var key in Texts.Vietnamese.Keys.Except(["site.other-language"]))
        {
            var words = EnglishWord().Matches(Texts.Vietnamese[key]).Select(m => m.Value).ToList();
            Assert.True(words.Count == 0, $"'{key}': {string.Join(", ", words)}");
            Assert.True(Vietnamese().IsMatch(Texts.Vietnamese[key]) || IsBare(Texts.Vietnamese[key]), $"'{key}' has no Vietnamese letter.");
        }
    }

    [Fact]
    public void Vietnamese_letters_are_composed()
    {
        foreach (var key in Texts.Vietnamese.Keys) Assert.True(Texts.Vietnamese[key].IsNormalized(), key);
    }

    [Fact]
    public void A_clerk_is_never_called_a_secretary_of_the_party()
    {
        // The duties of the secretaries themselves are theirs.
        foreach (var key in Texts.Vietnamese.Keys.Where(k => k is not ("roles.duty.Secretary" or "roles.duty.StandingDeputySecretary")))
            Assert.DoesNotContain("bí thư", Texts.Vietnamese[key], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("vi", "05/05/2023", "08:30 ngày 05/05/2023", "tháng 05/2023", "12.345")]
    [InlineData("en", "5 May 2023", "5 May 2023 08:30", "May 2023", "12,345")]
    public void Dates_and_numbers_follow_the_language_not_the_machine(string language, string date, string moment, string month, string number)
    {
        var texts = Texts.In(language);
        Assert.Equal(date, texts.Date(new(2023, 5, 5)));
        Assert.Equal(moment, texts.Moment(new(2023, 5, 5, 8, 30, 0)));
        Assert.Equal(month, texts.Period(Cadence.Month, new(2023, 5, 14)));
        Assert.Equal(number, texts.Number(12345));
        Assert.Contains(date, texts["report.lead", month, "", new DateOnly(2023, 5, 5)], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Cadence.Quarter, 3, "quý 1/2023")]
    [InlineData(Cadence.Quarter, 12, "quý 4/2023")]
    [InlineData(Cadence.HalfYear, 6, "6 tháng đợt 1 năm 2023")]
    [InlineData(Cadence.HalfYear, 12, "6 tháng đợt 2 năm 2023")]
    [InlineData(Cadence.Year, 12, "năm 2023")]
    public void A_period_is_named_after_its_last_month(Cadence cadence, int month, string name) =>
        Assert.Equal(name, Texts.Vietnamese.Period(cadence, new(2023, month, 14)));

    [Theory]
    [InlineData(0, "0 letters")]
    [InlineData(1, "1 letter")]
    [InlineData(2, "2 letters")]
    public void English_counts(int number, string text) => Assert.Equal(text, Texts.English.Count("letters", number));

    [Fact]
    public void A_rung_that_only_a_rules_file_knows_keeps_its_name()
    {
        Assert.Equal("quá hạn, bậc 1", Texts.Vietnamese.Rung("after1"));
        Assert.Equal("week-before", Texts.Vietnamese.Rung("week-before"));
        Assert.Equal("chưa nhắc", Texts.Vietnamese.Rung(null));
    }

    [Fact]
    public void An_unknown_language_is_Vietnamese_and_an_unknown_text_a_mistake()
    {
        Assert.Same(Texts.Vietnamese, Texts.In("fr"));
        Assert.Same(Texts.Vietnamese, Texts.In(null));
        Assert.Throws<KeyNotFoundException>(() => Texts.English["no.such.text"]);
    }

    [Fact]
    public void Every_value_that_is_shown_has_its_text()
    {
        IEnumerable<string> keys =
        [
            .. Enum.GetNames<SeatRole>().Select(r => $"role.{r}"),
            .. Enum.GetNames<Cadence>().Select(c => $"period.{c}"),
            .. Enum.GetNames<SeatState>().Select(s => $"state.{s}"),
            .. Enum.GetNames<Directives.Cycles.CycleState>().Select(s => $"cycle.{s}"),
            .. Enum.GetNames<LetterPlace>().Select(p => $"office.letter.{p.ToLowerInvariant()}"),
            .. Enum.GetNames<RoundRefusal>().Select(r => $"office.problem.{r}"),
            .. Enum.GetNames<DayOfWeek>().Select(d => $"letter.weekday.{d}"),
            .. Directives.Mail.Deliveries.DeliveryReasons.All.Select(r => $"unreached.why.{r}"),
            .. Enum.GetNames<Directives.Chasing.TelephoneRefusal>().Select(r => $"unreached.problem.{r}"),
            .. Enum.GetNames<Directives.Mail.Deliveries.SilenceRefusal>().Select(r => $"persons.problem.{r}"),
            .. Enum.GetNames<Directives.Mail.Deliveries.EventRefusal>().Select(r => $"mail-event.{r}"),
            .. Enum.GetNames<Directives.Web.Demo.DemoGroup>().Select(g => $"demo.group.{g}"),
            .. Enum.GetNames<Directives.Access.LinkRefusal>().SelectMany(r => new[] { $"link.{r}.title", $"link.{r}.text" }),
            .. Enum.GetValues<RegisterProblemKind>().Select(k => new RegisterProblem(k, "x").MessageKey),
            .. ReportFields.Texts.SelectMany(f => new[] { $"report.{f.Name}", $"report.{f.Name}.hint" }),
        ];
        Assert.All(keys, key => Assert.True(Texts.Vietnamese.Has(key), key));
    }

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\b(the|and|of|is|has|please|report|letter|link|office|cycle|due|page|send|file|place|date|error|must|with|you|your)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();

    [GeneratedRegex(
        "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]",
        RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    // Syllables without any mark, such as "Trang sau" or "Vai".
    private static bool IsBare(string text) => text.Length <= 24;

    private static IEnumerable<(Texts Texts, string Key)> All() => Texts.All.SelectMany(t => t.Keys.Select(k => (t, k)));
}
