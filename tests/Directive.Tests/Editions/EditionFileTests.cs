using System.Text;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;

namespace Directives.Tests.Editions;

public class EditionFileTests
{
    private static readonly string Sound = EditionFile.Write(EditionFile.Sample);

    [Fact]
    public void The_sample_edition_holds_the_rules_of_02_QD_TU()
    {
        var edition = EditionFile.Sample;
        Assert.Equal(("02-QD/TU", "02-QD-TU.2021-04-29", "Asia/Ho_Chi_Minh"), (edition.Directive, edition.Id, edition.Zone));
        Assert.Equal(new DateOnly(2021, 4, 29), edition.InForceFrom);
        Assert.Equal(new SendingWindow(new(8, 0), new(17, 0)), edition.Letters);
        var monitor = edition.For(SeatRole.Monitor)!;
        var inCharge = edition.For(SeatRole.InCharge)!;
        Assert.Equal((Cadence.Month, PeriodKind.Calendar, 5, 15), (monitor.Cadence, monitor.Period, monitor.DueWorkingDays, monitor.MissedWorkingDays));
        Assert.Equal((Cadence.Quarter, PeriodKind.Calendar, 5, 15), (inCharge.Cadence, inCharge.Period, inCharge.DueWorkingDays, inCharge.MissedWorkingDays));
        foreach (var rule in edition.Roles)
        {
            Assert.Equal([("before2", -5), ("before1", -1), ("due", 0), ("after1", 2), ("after2", 5), ("after3", 10)],
                rule.Ladder.Select(r => (r.Name, r.Offset)));
            Assert.All(rule.Ladder.Take(4), r => Assert.Equal([Audience.Owner], r.Readers));
        }

        Assert.Equal([Audience.Owner, Audience.InChargeAbove], monitor.Ladder[4].Readers);
        Assert.Equal([Audience.Owner, Audience.HeadOfOrganisationCommission, Audience.StandingDeputySecretary], monitor.Ladder[5].Readers);
        Assert.Equal([Audience.Owner, Audience.Office], inCharge.Ladder[4].Readers);
        Assert.Equal([Audience.Owner, Audience.StandingDeputySecretary], inCharge.Ladder[5].Readers);
    }

    [Fact]
    public void An_edition_written_and_read_back_is_the_same()
    {
        var back = EditionFile.Parse(Sound, "back.json");
        Assert.Equal(Sound, EditionFile.Write(back));
        Assert.Equivalent(EditionFile.Sample, back, strict: true);
        Assert.Contains("\"half-year\"", EditionFile.Write(back with
        {
            Roles = [back.Roles[0] with { Cadence = Cadence.HalfYear }],
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_back_is_not_written()
    {
        var seconds = EditionFile.Sample with { Letters = new(new(8, 0, 30), new(17, 0)) };
        Assert.Equal("$.letters.from", Assert.Throws<RulesFileException>(() => EditionFile.Write(seconds)).Path);
        var backwards = EditionFile.Sample with { Letters = new(new(17, 0), new(8, 0)) };
        Assert.Equal("$.letters", Assert.Throws<RulesFileException>(() => EditionFile.Write(backwards)).Path);
    }

    [Theory]
    [InlineData("\"Asia/Ho_Chi_Minh\"", "\"Asia/Quy_Nhon\"", "$.zone", "no time zone \"Asia/Quy_Nhon\"")]
    [InlineData("\"2021-04-29\"", "\"2021-04-31\"", "$.inForceFrom", "not a day of the calendar")]
    [InlineData("\"02-QD-TU.2021-04-29\"", "\"02-QĐ/TU\"", "$.id", "fit for a file name")]
    [InlineData("\"08:00\"", "\"17:00\"", "$.letters", "the end must be later")]
    [InlineData("\"08:00\"", "\"8h\"", "$.letters.from", "HH:mm")]
    [InlineData("\"monitor\"", "\"in-charge\"", "$.roles[1].role", "in-charge has a rule already")]
    [InlineData("\"monitor\"", "\"watcher\"", "$.roles[1].role", "\"watcher\" is not one of in-charge, monitor")]
    [InlineData("\"month\"", "\"week\"", "$.roles[1].cadence", "\"week\" is not one of month, quarter, half-year, year")]
    [InlineData("\"in-charge-above\"", "\"everyone\"", "$.roles[1].ladder[4].readers[1]", "\"everyone\" is not one of owner,")]
    [InlineData("\"in-charge-above\"", "\"owner\"", "$.roles[1].ladder[4].readers", "named twice")]
    [InlineData("\"before1\"", "\"before2\"", "$.roles[0].ladder[1].name", "\"before2\" already")]
    [InlineData("\"offset\": 2", "\"offset\": 0", "$.roles[0].ladder[3].offset", "0 follows 0")]
    [InlineData("\"offset\": 2", "\"offset\": \"2\"", "$.roles[0].ladder[3].offset", "not a whole number")]
    [InlineData("\"offset\": 2", "\"offset\": 99999999999999999999999999999999", "$.roles[0].ladder[3].offset", "too large")]
    [InlineData("\"offset\": 2", "\"offset\": 1e999", "$.roles[0].ladder[3].offset", "too large")]
    [InlineData("\"offset\": 2", "\"offset\": 251", "$.roles[0].ladder[3].offset", "251 is more than 250")]
    [InlineData("\"missedWorkingDays\": 15", "\"missedWorkingDays\": 10", "$.roles[0].missedWorkingDays", "only after 10")]
    [InlineData("\"dueWorkingDays\": 5", "\"dueWorkingDays\": 0", "$.roles[1].dueWorkingDays", "0 is less than 1")]
    [InlineData("\"directive\":", "\"motto\": \"x\", \"directive\":", "$.motto", "unknown")]
    [InlineData("\"directive\": \"02-QD/TU\",", "", "$.directive", "missing")]
    [InlineData("\"directive\": \"02-QD/TU\",", "\"directive\": \"\\ud800\",", "$.directive", "")]
    [InlineData("\"directive\":", "\"\\ud800\": 1, \"directive\":", "$", "surrogate")]
    [InlineData("\"directive\": \"02-QD/TU\",", "\"directive\": \"x\" \"directive\": \"x\",", "$", "not JSON")]
    public void A_wrong_edition_is_refused_with_file_path_and_reason(string from, string to, string path, string reason)
    {
        Assert.Contains(from, Sound, StringComparison.Ordinal);
        var error = Assert.Throws<RulesFileException>(() => EditionFile.Parse(Sound.Replace(from, to, StringComparison.Ordinal), "wrong.json"));
        Assert.Equal("wrong.json", error.File);
        var problem = Assert.Single(error.Problems, p => p.Path == path);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.Contains($"{path}: {problem.Reason}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_ladder_is_refused()
    {
        var rule = EditionFile.Sample.Roles[0] with { Ladder = [] };
        var error = Assert.Throws<RulesFileException>(() => EditionFile.Write(EditionFile.Sample with { Roles = [rule] }));
        Assert.Equal(("$.roles[0].ladder", "The list is empty."), (error.Path, error.Reason));
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var wrong = Sound.Replace("Asia/Ho_Chi_Minh", "Nowhere", StringComparison.Ordinal)
            .Replace("\"2021-04-29\"", "\"2021-02-31\"", StringComparison.Ordinal)
            .Replace("\"before1\"", "\"before2\"", StringComparison.Ordinal);
        var error = Assert.Throws<RulesFileException>(() => EditionFile.Parse(wrong, "wrong.json"));
        Assert.Equal(["$.inForceFrom", "$.zone", "$.roles[0].ladder[1].name", "$.roles[1].ladder[1].name"], error.Problems.Select(p => p.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("02-QD/TU")]
    [InlineData("{ \"directive\": ")]
    [InlineData("{ /* none */ }")]
    [InlineData("<html></html>")]
    public void What_is_not_JSON_is_refused(string text)
    {
        var error = Assert.Throws<RulesFileException>(() => EditionFile.Parse(text, "no.json"));
        Assert.Contains("not JSON", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("17")]
    public void JSON_that_is_no_object_is_refused(string text)
    {
        var error = Assert.Throws<RulesFileException>(() => EditionFile.Parse(text, "no.json"));
        Assert.Equal(("$", "An object is expected here."), (error.Path, error.Reason));
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_wrong_encoding_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "edition.json");
            Assert.Contains("no such file", Assert.Throws<RulesFileException>(() => EditionFile.Load(path)).Message, StringComparison.Ordinal);
            Assert.Throws<RulesFileException>(() => EditionFile.Load(folder.FullName));
            File.WriteAllText(path, Sound, Encoding.Unicode);
            Assert.Contains("UTF-8", Assert.Throws<RulesFileException>(() => EditionFile.Load(path)).Reason, StringComparison.Ordinal);
            File.WriteAllBytes(path, new byte[5 * 1024 * 1024]);
            Assert.Contains("larger", Assert.Throws<RulesFileException>(() => EditionFile.Load(path)).Reason, StringComparison.Ordinal);
            File.WriteAllText(path, Sound, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal("02-QD-TU.2021-04-29", EditionFile.Load(path).Id);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
