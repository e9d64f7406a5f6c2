using System.Globalization;
using Directives.Editions;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Rules;

/// <summary>The form that changes an edition, as typed.</summary>
/// <param name="Directive">Number of the directive.</param>
/// <param name="From">The first day; empty for the next on which it can begin.</param>
/// <param name="Opens">When letters begin to leave, local time.</param>
/// <param name="Closes">Until when escalations leave.</param>
public sealed record EditionForm(string Directive, string From, string Opens, string Closes, IReadOnlyList<RuleForm> Rules, RuleForm Added)
{
    /// <summary>Most rules that the form shows; whoever has more writes the edition as a file.</summary>
    public const int MostRules = 10;

    /// <summary>The form filled with an edition.</summary>
    /// <param name="from">The day to propose; null for the edition's own.</param>
    public static EditionForm Of(Edition edition, DateOnly? from = null) => new(
        edition.Directive, $"{from ?? edition.InForceFrom:yyyy-MM-dd}", Clock(edition.Letters.From), Clock(edition.Letters.To),
        [.. edition.Roles.Select((r, i) => RuleForm.Of(r, RuleForm.Place(i)))],
        RuleForm.Of(edition.Roles.FirstOrDefault(r => r.Role == Register.SeatRole.Monitor && !r.IsNarrowed()) ?? edition.Roles[0], RuleForm.Added)
            with
        { Name = "", Areas = "", Seats = "", Narrowed = true, Ladder = [] });

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static EditionForm Read(IFormCollection form)
    {
        string One(string name) => form[name].FirstOrDefault() ?? "";
        var rules = new List<RuleForm>();
        while (rules.Count < MostRules + 1 && form.ContainsKey($"{RuleForm.Place(rules.Count)}.role")) rules.Add(RuleForm.Read(form, RuleForm.Place(rules.Count)));
        return new EditionForm(One("directive"), One("from"), One("letters.from"), One("letters.to"), rules, RuleForm.Read(form, RuleForm.Added));
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
