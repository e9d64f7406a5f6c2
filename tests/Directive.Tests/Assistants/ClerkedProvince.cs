using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Assistants;

/// <summary>The small province, where the monitors of 112 and 122 belong to an agency that has a clerk.</summary>
internal static class ClerkedProvince
{
    public const string Agency = "agency";
    public const string Clerk = "clerk";

    private static readonly string[] Members = ["m112", "m122", Clerk];

    /// <param name="clerk">The agency's clerk; null for none.</param>
    public static RegisterContent Content(string? clerk = Clerk)
    {
        var small = SmallProvince.Content();
        return small with
        {
            Bodies = [new Body(Agency, "Sở Y tế", "Department of Health", "agency", "1", clerk)],
            Officials = [.. small.Officials.Append(SmallProvince.Person(Clerk)).Select(o => Members.Contains(o.Id) ? o with { Body = Agency } : o)],
        };
    }
}
