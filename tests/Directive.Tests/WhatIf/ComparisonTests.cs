using Directives.Calendars;
using Directives.Editions;
using Directives.Language;
using Directives.Register;
using Directives.Simulation;
using Directives.WhatIf;

namespace Directives.Tests.WhatIf;

/// <summary>Editions beside each other: differences come from the rules, not from luck.</summary>
public sealed class ComparisonTests
{
    private static readonly Edition Quarterly = TriedEditions.Monitors(r => r with { Cadence = Cadence.Quarter }) with { Id = "quarterly" };

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    public void A_candidate_that_says_the_same_gives_an_equal_line(long seed)
    {
        var result = Compare(new YearOptions { Seed = seed }, EditionFile.Sample with { Id = "same", InForceFrom = new DateOnly(2027, 1, 1) });

        Assert.Equal(["02-QD-TU.2021-04-29", "same"], result.Editions.Select(e => e.Name));
        Assert.Equal(LineOf(result.Editions[0]), LineOf(result.Editions[1] with { Name = result.Editions[0].Name }));
    }

    [Fact]
    public void Quarterly_takes_a_third_of_the_monthly_reports_and_longer_to_hear()
    {
        var result = Compare(new YearOptions(), Quarterly);
        var (present, candidate) = (result.Editions[0], result.Editions[1]);
        var monitors = result.Posts - 11;

        Assert.Equal((12 * monitors) + (4 * 11), present.Reports);
        Assert.Equal(4 * (monitors + 11), candidate.Reports);
        Assert.Equal(candidate.Reports, candidate.Visits);
        Assert.True(candidate.Letters < present.Letters);
        Assert.True(candidate.DaysToHear.Median > present.DaysToHear.Median * 2);
        Assert.Equal(present.DaysToHear.Difficulties, candidate.DaysToHear.Difficulties);
    }

    [Fact]
    public void A_quarter_is_as_punctual_as_its_last_month()
    {
        // Everybody who was late or silent in March, June, September or December is so for that quarter; those in charge owe quarterly in both.
        var options = new YearOptions { OnTime = 0.5, Late = 0.3, Never = 0.2 };
        var monthly = new Trial(Setting(options), EditionLibrary.Sample).Run();
        var quarterly = new Trial(Setting(options), new EditionLibrary([Quarterly])).Run();

        Assert.Equal(
            monthly.Reports.Where(r => r.To.Month % 3 == 0).Select(r => $"{r.Seat} {r.To} {r.Mark}").Order(StringComparer.Ordinal),
            quarterly.Reports.Select(r => $"{r.Seat} {r.To} {r.Mark}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parts_add_up_to_the_whole()
    {
        foreach (var line in Compare(new YearOptions { OnTime = 0.4, Late = 0.3, Never = 0.3 }, Quarterly).Editions)
        {
            Assert.Equal(line.Reports, line.OnTime + line.Late + line.Missed);
            Assert.Equal((line.Reports, line.Late, line.Missed, line.Escalations), (line.ByArea.Sum(a => a.Reports), line.ByArea.Sum(a => a.Late), line.ByArea.Sum(a => a.Missed), line.ByArea.Sum(a => a.Escalations)));
            Assert.Equal(
                (line.Reports, line.Late, line.Missed, line.Escalations, line.Letters),
                (line.ByOfficial.Sum(o => o.Reports), line.ByOfficial.Sum(o => o.Late), line.ByOfficial.Sum(o => o.Missed), line.ByOfficial.Sum(o => o.Escalations), line.ByOfficial.Sum(o => o.Letters)));
            Assert.Equal(line.DaysToHear.Difficulties, line.ByArea.Sum(a => a.DaysToHear.Difficulties));
            Assert.Equal(line.DaysToHear.Difficulties, line.ByOfficial.Sum(o => o.DaysToHear.Difficulties));
            Assert.Equal(12, line.ByArea.Count);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_and_another_one_others()
    {
        var lines = Compare(new YearOptions { Seed = 5 }, Quarterly).Editions.Select(LineOf).ToList();

        Assert.Equal(lines, Compare(new YearOptions { Seed = 5 }, Quarterly).Editions.Select(LineOf));
        Assert.NotEqual(lines, Compare(new YearOptions { Seed = 6 }, Quarterly).Editions.Select(LineOf));
    }

    [Fact]
    public void Where_nobody_ever_reports_nothing_is_heard_of()
    {
        var line = Compare(new YearOptions { OnTime = 0, Late = 0, Never = 1 }, Quarterly).Editions[0];

        Assert.Equal((null, null, line.DaysToHear.Difficulties), (line.DaysToHear.Median, line.DaysToHear.Max, line.DaysToHear.Unheard));
        Assert.Equal(line.Reports, line.Missed);
    }

    [Fact]
    public void It_says_what_it_assumes_in_both_languages_and_warns_where_periods_are_cut()
    {
        var whole = Compare(new YearOptions(), Quarterly);
        var cut = Compare(new YearOptions { Months = 2, From = new DateOnly(2028, 2, 1) }, Quarterly);

        foreach (var texts in Texts.All) Assert.All(whole.Assumptions.Concat(cut.Assumptions), a => Assert.NotEmpty(a.In(texts)));
        Assert.DoesNotContain("whatif.assume.cut", whole.Assumptions.Select(a => a.Message));
        Assert.Contains("whatif.assume.cut", cut.Assumptions.Select(a => a.Message));
        Assert.Contains("2028", cut.Assumptions.Single(a => a.Message == "whatif.assume.holidays").In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void The_present_line_names_every_edition_of_the_span() => Assert.Equal(
        "02-QD-TU.2021-04-29 → later", Comparison.Run(Setting(new YearOptions()), TriedEditions.Named("changing"), []).Editions[0].Name);

    [Fact]
    public void Differences_are_written_with_their_share()
    {
        var result = Compare(new YearOptions(), Quarterly);
        var visits = Measure.All[0];

        Assert.Equal("1,952", visits.Written(result.Editions[0], Texts.English));
        Assert.Equal("−1,272; −65.2 %", visits.Difference(result.Editions[1], result.Editions[0], Texts.English));
        Assert.Equal("−1.272; −65,2 %", visits.Difference(result.Editions[1], result.Editions[0], Texts.Vietnamese));
        Assert.Equal("the same", visits.Difference(result.Editions[0], result.Editions[0], Texts.English));
    }

    private static ComparisonResult Compare(YearOptions options, Edition candidate) =>
        Comparison.Run(Setting(options), EditionLibrary.Sample, [(candidate.Id, candidate)]);

    private static TrialSetting Setting(YearOptions options) => new()
    {
        Register = RegisterSnapshot.Build(SampleProvince.Load(options.From)),
        Calendar = HolidayFile.Vietnam,
        Options = options,
    };

    private static string LineOf(EditionLine line) => System.Text.Json.JsonSerializer.Serialize(line);
}
