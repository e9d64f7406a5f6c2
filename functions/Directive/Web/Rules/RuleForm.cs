using System.Globalization;
using Directives.Editions;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Rules;

/// <summary>One rule of an edition as typed into the form.</summary>
/// <param name="At">Where its fields are: <c>roles[0]</c>, or <c>added</c> for the one that the form offers to add.</param>
/// <param name="Role">Name of the role.</param>
/// <param name="Name">Of a rule for areas or seats; empty for the role's own, and where the form is to find one.</param>
/// <param name="Narrowed">Whether it is for areas or seats.</param>
/// <param name="Areas">Codes with commas, blanks or line breaks between.</param>
/// <param name="Seats">Ids, the same.</param>
/// <param name="Ends">Whether it is to end.</param>
public sealed record RuleForm(
    string At, string Role, string Name, bool Narrowed, string Areas, string Seats, string Cadence, string Period, string Due, string Missed, bool Ends,
    IReadOnlyList<RungForm> Ladder)
{
    /// <summary>Where the fields of the rule to add are.</summary>
    public const string Added = "added";

    private static readonly char[] _between = [' ', ',', ';', '\t', '\r', '\n', '\u00a0'];

    /// <summary>Where the fields of a rule are, by its index.</summary>
    public static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"roles[{index}]");

    /// <summary>The areas, each code once.</summary>
    public IReadOnlyList<string> AreaCodes => Split(Areas);

    /// <summary>The seats, each id once.</summary>
    public IReadOnlyList<string> SeatIds => Split(Seats);

    /// <summary>Whether a rule to add was typed at all.</summary>
    public bool IsTyped => Areas.Trim().Length > 0 || Seats.Trim().Length > 0 || Name.Trim().Length > 0;

    /// <summary>The form filled with a rule.</summary>
    public static RuleForm Of(RoleRule rule, string at) => new(
        at, $"{rule.Role}", rule.Name ?? "", rule.IsNarrowed(), string.Join(", ", rule.Areas ?? []), string.Join(", ", rule.Seats ?? []), $"{rule.Cadence}", $"{rule.Period}",
        Number(rule.DueWorkingDays), Number(rule.MissedWorkingDays), false, [.. rule.Ladder.Select(r => new RungForm(r.Name, Number(r.Offset), [.. r.Readers.Select(a => $"{a}")]))]);

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static RuleForm Read(IFormCollection form, string at)
    {
        string One(string name) => form[$"{at}.{name}"].FirstOrDefault() ?? "";
        var ladder = new List<RungForm>();
        while (form.ContainsKey(RungForm.Place(at, ladder.Count) + ".name"))
        {
            var rung = RungForm.Place(at, ladder.Count);
            ladder.Add(new(form[$"{rung}.name"].FirstOrDefault() ?? "", form[$"{rung}.offset"].FirstOrDefault() ?? "", [.. form[$"{rung}.readers"].OfType<string>()]));
        }

        return new RuleForm(
            at, One("role"), One("name"), at == Added || form.ContainsKey($"{at}.areas"), One("areas"), One("seats"), One("cadence"), One("period"), One("due"), One("missed"),
            One("ends").Length > 0, ladder);
    }

    private static List<string> Split(string typed) =>
        [.. typed.Split(_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One rung as typed. Without an offset there is no such rung.</summary>
/// <param name="Readers">Names of the readers ticked.</param>
public sealed record RungForm(string Name, string Offset, IReadOnlyList<string> Readers)
{
    /// <summary>Where the fields of a rung are, by its index.</summary>
    public static string Place(string rule, int index) => string.Create(CultureInfo.InvariantCulture, $"{rule}.ladder[{index}]");
}
