using Directives.Calendars;
using Directives.Editions;
using Directives.Language;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Editions;

/// <summary>What an edition changes, as sentences in both languages (R2).</summary>
public sealed class EditionSentencesTests
{
    private static readonly DateOnly _july = new(2023, 7, 1);

    [Fact]
    public void A_change_of_cadence_is_one_sentence()
    {
        var after = SmallEditions.Monitoring(_july, Cadence.Quarter);
        Assert.Equal(
            ["From 1 July 2023, whoever monitors a place owes a report each quarter instead of each month; due 5 working days after the quarter ends; 6 seats."],
            English(after));
        Assert.Equal(
            ["Từ ngày 01/07/2023, người theo dõi địa bàn phải báo cáo hằng quý thay vì hằng tháng; thời hạn 5 ngày làm việc sau khi hết quý; 6 vị trí."],
            new EditionSentences(Texts.Vietnamese, SmallEditions.Register).Changes(SmallProvince.Edition, after));
    }

    [Fact]
    public void Terms_and_rungs_are_a_sentence_each()
    {
        var monitors = SmallEditions.Monitors;
        IReadOnlyList<Rung> ladder = [monitors.Ladder[0] with { Offset = -7 }, .. monitors.Ladder.Skip(2).Take(3), monitors.Ladder[5] with { Readers = [Audience.Secretary] }, new Rung("last", 12, [Audience.Office])];
        var after = SmallEditions.From(_july, SmallProvince.Edition.For(SeatRole.InCharge)!, monitors with { DueWorkingDays = 3, MissedWorkingDays = 20, Ladder = ladder })
            with
        { Letters = new(new(7, 30), new(17, 0)) };
        Assert.Equal(
            [
                "From 1 July 2023, the report of whoever monitors a place is due 3 working days after the month ends instead of 5 working days; 6 seats.",
                "From 1 July 2023, the report of whoever monitors a place counts as missed 20 working days after the due date instead of 15 working days.",
                "From 1 July 2023, for whoever monitors a place the rung “first reminder” comes 7 working days before the due date instead of 5 working days before the due date.",
                "From 1 July 2023, for whoever monitors a place the rung “overdue, rung 3 – higher leaders told” goes to Secretary instead of whoever holds the seat, Head of the Organisation Commission, Standing Deputy Secretary.",
                "From 1 July 2023, for whoever monitors a place there is a new rung “last”: 12 working days after the due date, to Office.",
                "From 1 July 2023, for whoever monitors a place there is no rung “second reminder” any more.",
                "From 1 July 2023, letters leave between 07:30 and 17:00 instead of 08:00 and 17:00.",
            ],
            English(after));
    }

    [Fact]
    public void A_rule_for_areas_or_seats_is_told_with_their_names()
    {
        var narrowed = SmallEditions.With(_july, SmallEditions.Area("north", Cadence.Quarter, "11"), SmallEditions.Seats("one", Cadence.Month, "121.monitor") with { DueWorkingDays = 1 });
        Assert.Equal(
            [
                "From 1 July 2023, whoever monitors a place in Nơi 11 (11) goes by a rule of its own, “north”: a report each quarter instead of each month; due 5 working days after the quarter ends; missed 15 working days after the due date; 3 seats.",
                "From 1 July 2023, whoever monitors a place at Nơi 121 (121.monitor) goes by a rule of its own, “one”: a report each month; due 1 working day after the month ends; missed 15 working days after the due date; 1 seat.",
            ],
            English(narrowed));
        var october = new DateOnly(2023, 10, 1);
        Assert.Equal(
            [
                "From 1 October 2023, the rule “north” is for seats in Nơi 12 (12) instead of in Nơi 11 (11); 2 seats.",
                "From 1 October 2023, whoever monitors a place at Nơi 121 (121.monitor) has no rule of its own, “one”, any more and goes by the general one: a report each month, due 5 working days after the month ends; 1 seat.",
            ],
            new EditionSentences(Texts.English, SmallEditions.Register).Changes(
                narrowed, SmallEditions.With(october, SmallEditions.Area("north", Cadence.Quarter, "12"), SmallEditions.Seats("more", Cadence.Month, "122.monitor"))).Where((_, i) => i is 0 or 2));
    }

    [Fact]
    public void The_first_edition_is_told_whole_and_one_that_changes_nothing_says_so()
    {
        var whole = new EditionSentences(Texts.English, SmallEditions.Register).Changes(null, EditionFile.Sample);
        Assert.Equal("Whoever is in charge of a place owes a report each quarter; due 5 working days after the quarter ends; missed 15 working days after the due date; 2 seats.", whole[0]);
        Assert.StartsWith("Whoever is in charge of a place is reminded: “first reminder” 5 working days before the due date, to whoever holds the seat; ", whole[1], StringComparison.Ordinal);
        Assert.Equal("Letters leave between 08:00 and 17:00.", whole[^1]);
        Assert.Equal(["From 1 July 2023, nothing changes but the edition's name."], English(SmallEditions.With(_july)));
    }

    [Fact]
    public void Every_word_of_a_rule_is_there_in_both_languages()
    {
        IEnumerable<string> keys =
        [
            .. Enum.GetNames<SeatRole>().Select(r => $"rules.who.{r}"),
            .. Enum.GetNames<Cadence>().SelectMany(c => new[] { $"rules.each.{c}", $"rules.span.{c}" }),
            .. Enum.GetNames<PeriodKind>().Select(p => $"admin.rules.period.{p}"),
            .. Enum.GetNames<Audience>().Select(a => a is "Owner" or "InChargeAbove" ? $"rules.reader.{a}" : $"roles.duty.{a}"),
            .. Enum.GetNames<NameFault>().Select(f => $"admin.rules.problem.{f}"),
        ];
        Assert.All(keys, key => Assert.All(Texts.All, t => Assert.True(t.Has(key), key)));
    }

    private static IReadOnlyList<string> English(Edition after) => new EditionSentences(Texts.English, SmallEditions.Register).Changes(SmallProvince.Edition, after);
}
