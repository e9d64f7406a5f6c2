using System.Net;
using System.Text.RegularExpressions;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Proposals;
using Directives.Register;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;
using Directives.Tests.Web;

namespace Directives.Tests.Rules;

/// <summary>An administrator changes the rules in a form and reads what that says and does; a second one reads the same and confirms (R2).</summary>
public sealed partial class EditionFormTests
{
    private const string Form = "/admin/editions/form";
    private const string Quarterly = "Từ ngày 01/07/2023, người theo dõi địa bàn phải báo cáo hằng quý thay vì hằng tháng; thời hạn 5 ngày làm việc sau khi hết quý; 6 vị trí.";

    [Fact]
    public async Task A_change_is_previewed_in_sentences_proposed_and_confirmed_by_another_who_reads_the_same()
    {
        await using var site = await StartAsync();
        using var first = await site.BeAsync("admin1");
        var form = await first.GetAsync(Form);
        Assert.Contains("02-QD-TU.2021-04-29, có hiệu lực từ ngày 29/04/2021", form.Text, StringComparison.Ordinal);
        var preview = await first.PostAsync(form, Form, Fields(form, ("from", ""), ("roles[1].cadence", "Quarter")));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains(Quarterly, preview.Text, StringComparison.Ordinal);
        Assert.Contains("From 1 July 2023, whoever monitors a place owes a report each quarter", preview.Text, StringComparison.Ordinal);
        // What it would do: 72 reports a year become 24; April's cycle runs on, those of May and June open by the old rule, the quarter in October is due.
        foreach (var word in (string[])["72", "24", "Tháng 04/2023", "Tháng 06/2023", "Quý 3/2023", "06/10/2023"]) Assert.Contains(word, preview.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Play.It.Proposals.ListAsync());

        var refused = await first.PostAsync(preview, "/admin/editions", ("edition", Text(preview)), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Quarterly, refused.Text, StringComparison.Ordinal);
        var answer = await first.PostAsync(refused, "/admin/editions", ("edition", Text(refused)), ("reason", "bớt báo cáo"));
        Assert.Equal("/admin/proposals/1?new", answer.Location);

        using var second = await site.BeAsync("admin2");
        var proposal = await second.GetAsync("/admin/proposals/1");
        Assert.Contains(Quarterly, proposal.Text, StringComparison.Ordinal);
        Assert.Contains("Quý 3/2023", proposal.Text, StringComparison.Ordinal);
        Assert.Equal("/admin/proposals/1", (await second.PostAsync(proposal, "/admin/proposals/1/confirm")).Location);
        var acts = await site.Play.It.Dossiers.RowsAsync<TrailEntry>(site.Play.It.Proposals.Dossier, Keys.TrailPrefix, default);
        Assert.Equal([("change-proposed", "admin1"), ("change-confirmed", "admin2"), ("change-applied", "system")], acts.Select(a => (a.Act, a.By)));
        Assert.Equal("02-QD-TU.2023-07-01", site.Play.It.Parts.Rules.Editions.InForce("02-QD/TU", new DateOnly(2023, 7, 1))!.Id);

        using var member = await site.BeAsync("member");
        var rules = await member.GetAsync("/rules");
        Assert.Contains(Quarterly, rules.Text, StringComparison.Ordinal);
        Assert.Contains("Chức danh admin1 đề nghị, Chức danh admin2 xác nhận", rules.Text, StringComparison.Ordinal);
        Assert.Contains("Tháng 04/2023", rules.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/office/", rules.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_it_cannot_begin_is_refused_with_the_next_one_and_nothing_typed_is_lost()
    {
        await using var site = await StartAsync();
        using var admin = await site.BeAsync("admin1");
        var form = await admin.GetAsync(Form);
        Assert.Contains("value=\"2023-06-01\"", form.Html, StringComparison.Ordinal);
        var refused = await admin.PostAsync(form, Form, Fields(form, ("from", "2023-06-01"), ("roles[1].cadence", "Quarter"), ("roles[1].due", "7")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("có thể bắt đầu từ ngày 01/07/2023, không phải từ ngày 01/06/2023", refused.Text, StringComparison.Ordinal);
        Assert.Equal(("2023-06-01", "Quarter", "7"), (Typed(refused, "from"), Typed(refused, "roles[1].cadence"), Typed(refused, "roles[1].due")));
        Assert.Equal("02-QD-TU.2023-07-01", EditionFile.Parse(Text(await admin.PostAsync(refused, Form, Fields(refused, ("from", "2023-07-01")))), "edition").Id);
    }

    [Fact]
    public async Task A_rule_for_an_area_is_added_changed_further_and_ended()
    {
        await using var site = await StartAsync();
        using var admin = await site.BeAsync("admin1");
        var form = await admin.GetAsync(Form);
        var preview = await admin.PostAsync(form, Form, Fields(form, ("from", "2023-07-01"), ("added.areas", "11"), ("added.cadence", "Quarter")));
        Assert.Contains("người theo dõi địa bàn thuộc Nơi 11 (11) theo quy định riêng “area-11”: báo cáo hằng quý thay vì hằng tháng", preview.Text, StringComparison.Ordinal);
        var again = await admin.PostAsync(preview, Form, ("edition", Text(preview)), ("reason", "thử"));
        Assert.Contains("11: Nơi 11", again.Text, StringComparison.Ordinal);
        Assert.Equal(("11", "thử"), (Typed(again, "roles[2].areas"), Typed(again, "reason")));
        preview = await admin.PostAsync(again, Form, Fields(again, ("roles[2].ladder[0].offset", ""), ("roles[2].seats", "121.monitor")));
        var rule = EditionFile.Parse(Text(preview), "edition").For(SeatRole.Monitor, "area-11")!;
        Assert.Equal(("before1", 5), (rule.Ladder[0].Name, rule.Ladder.Count));
        Assert.Equal(["121.monitor"], rule.Seats!);
        Assert.Contains("thử", preview.Html, StringComparison.Ordinal);
        preview = await admin.PostAsync(again, Form, [.. Fields(again), ("roles[2].ends", "yes")]);
        Assert.Equal(2, EditionFile.Parse(Text(preview), "edition").Roles.Count);
    }

    [Theory]
    [InlineData("added.areas", "999", "added.areas", "Không có địa bàn mang mã 999")]
    [InlineData("added.seats", "11.in-charge", "added.seats", "thuộc vai trò khác")]
    [InlineData("added.name", "Ba Na", "added.areas", "Đề nghị ghi mã địa bàn hoặc vị trí")]
    [InlineData("roles[1].due", "5,5", "roles[1].due", "số nguyên từ 1 đến 250")]
    [InlineData("roles[1].missed", "10", "roles[1].missed", "muộn hơn bậc cuối")]
    [InlineData("roles[1].ladder[1].offset", "0", "roles[1].ladder[2].offset", "cùng ngày (0)")]
    [InlineData("roles[1].cadence", "Week", "roles[1].cadence", "chọn một giá trị")]
    [InlineData("letters.to", "7:00", "letters.to", "giờ dạng 08:00")]
    [InlineData("letters.to", "07:00", "letters.to", "phải sau giờ bắt đầu")]
    [InlineData("from", "31/02/2023", "from", "ngày")]
    [InlineData("from", "2023-05-08", "from", "sau hôm nay")]
    public async Task Wrong_input_is_told_at_its_field_and_stays_typed(string field, string typed, string at, string message)
    {
        await using var site = await StartAsync();
        using var admin = await site.BeAsync("admin1");
        var form = await admin.GetAsync(Form);
        var refused = await admin.PostAsync(form, Form, Fields(form, (field, typed)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"href=\"#{at}\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(message, refused.Text, StringComparison.Ordinal);
        if (field != "roles[1].cadence") Assert.Equal(typed, Typed(refused, field));
        Assert.Empty(await site.Play.It.Proposals.ListAsync());
    }

    [Fact]
    public async Task Text_that_is_no_edition_or_names_what_is_not_there_comes_back_with_its_place()
    {
        await using var site = await StartAsync();
        using var admin = await site.BeAsync("admin1");
        var page = await admin.GetAsync("/admin/editions");
        foreach (var path in (string[])["/admin/editions", "/admin/editions/preview", Form])
        {
            var refused = await admin.PostAsync(page, path, ("edition", "{ \"zone\": 1 }"), ("reason", "vì"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("$.zone", refused.Text, StringComparison.Ordinal);
            Assert.Contains("{ \"zone\": 1 }", WebUtility.HtmlDecode(refused.Html), StringComparison.Ordinal);
            Assert.Contains("vì", refused.Text, StringComparison.Ordinal);
        }

        var text = EditionFile.Write(Editions.SmallEditions.With(new DateOnly(2023, 7, 1), Editions.SmallEditions.Area("north", Directives.Calendars.Cadence.Quarter, "11", "999")));
        var unknown = await admin.PostAsync(page, "/admin/editions/preview", ("edition", text), ("reason", ""));
        Assert.Contains("Không có địa bàn mang mã 999", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("$.roles[2].areas[1]", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(ProposalRefusal.UnknownInEdition, (await site.Play.It.Changes.ProposeAsync(new(ChangeKind.Edition, new(2023, 7, 1), Edition: text), "admin1", "vì")).Refusal);
    }

    // Rules of its own: what is put in force here is nobody else's.
    private static Task<RoleSite> StartAsync() => RoleSite.StartAsync(
        rules: new RuleBook(new EditionLibrary([SmallProvince.Edition]), Directives.Calendars.HolidayFile.Vietnam, new DateOnly(2023, 4, 30)));

    /// <summary>All that a browser would send of the form that a page shows, with some fields typed anew.</summary>
    private static (string, string)[] Fields(TestPage page, params (string Name, string Value)[] typed)
    {
        var start = page.Html.IndexOf("action=\"/admin/editions/form\"", StringComparison.Ordinal);
        var html = page.Html[start..page.Html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var fields = new List<(string Name, string Value)>();
        foreach (Match match in Input().Matches(html))
        {
            var name = Attribute(match.Value, "name");
            if (name is null or "__RequestVerificationToken") continue;
            if (match.Value.StartsWith("<select", StringComparison.Ordinal)) fields.Add((name, Attribute(Selected().Match(match.Value).Value, "value")!));
            else if (!match.Value.Contains("checkbox", StringComparison.Ordinal) || match.Value.Contains(" checked", StringComparison.Ordinal)) fields.Add((name, Attribute(match.Value, "value") ?? ""));
        }

        return [.. fields.Select(f => typed.Any(t => t.Name == f.Name) ? (f.Name, typed.First(t => t.Name == f.Name).Value) : f)];
    }

    private static string Typed(TestPage page, string field) => Fields(page).First(f => f.Item1 == field).Item2;

    private static string Text(TestPage page) => Attribute(Candidate().Match(page.Html).Value, "value")!;

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<input[^>]*>|<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Input();

    [GeneratedRegex("<option[^>]* selected[^>]*>")]
    private static partial Regex Selected();

    [GeneratedRegex("<input[^>]*id=\"edition\"[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Candidate();
}
