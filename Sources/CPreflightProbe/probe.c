#include "CPreflightProbe.h"
