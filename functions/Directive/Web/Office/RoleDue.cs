using Directives.Language;
using Directives.Register;

namespace Directives.Web.Office;

/// <summary>When a role's reports are due in a cycle.</summary>
/// <param name="Rule">Name of the rule for some areas or seats; null for the role's own.</param>
public readonly record struct RoleDue(SeatRole Role, DateOnly Due, string? Rule = null)
{
    /// <summary>The role in words, with the name of the rule where it is not the role's own.</summary>
    public string Named(Texts texts) => Rule is null ? texts[$"role.{Role}"] : $"{texts[$"role.{Role}"]}, {Rule}";
}
