/** In- och utskrivning (lag 2017:612, VGU-33 to VGU-42): from the admission notice to the invitation and the plan. */
package se.sip.discharge;
