using Microsoft.AspNetCore.Authorization;

namespace Directives.Access;

/// <summary>What every request must meet: its endpoint names it. Also the fallback, so that an endpoint without a name admits nobody.</summary>
public sealed class AdmissionRequirement : IAuthorizationRequirement;
