using Directives.Register;

namespace Directives.Web.Office;

/// <summary>When a role's reports are due in a cycle.</summary>
public readonly record struct RoleDue(SeatRole Role, DateOnly Due);
